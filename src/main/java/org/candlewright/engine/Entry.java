package org.candlewright.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import org.candlewright.engine.order.Order;
import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.jspecify.annotations.Nullable;

/** What one entry order holds: its fills, first in first out, with fees and funding so far. */
final class Entry {
  /** What is left of one fill. */
  private record Part(long lots, long ticks, boolean maker) {}

  final Order order;
  final int bar;
  final long positionBefore;
  final long equityBefore;
  long firstMillis;

  /** The fill that lots are taken from next; 0 lots where nothing is held. */
  private long headLots;

  private long headTicks;
  private boolean headMaker;

  /** The fills after it, which most entries do not have. */
  private @Nullable ArrayDeque<Part> later;

  /** Σ lots × ticks of what is still held, kept so that a bar need not sum it. */
  private long heldValue;

  long heldLots;

  /** Lots not yet given to a finished trade: the base for shares of fees and funding. */
  long unassignedLots;

  long fee;

  /** Whether its stop has moved to the entry price. */
  boolean brokenEven;

  /** Σ lots × ticks of all its fills, and their lots. */
  private long filledValue;

  private long filledLots;
  private final Settled settled = new Settled();

  Entry(Order order, int bar, long millis, long positionBefore, long equityBefore) {
    this.order = order;
    this.bar = bar;
    this.firstMillis = millis;
    this.positionBefore = positionBefore;
    this.equityBefore = equityBefore;
  }

  void add(long lots, long ticks, long feeValue, boolean maker) {
    filledValue = Math.addExact(filledValue, Math.multiplyExact(lots, ticks));
    filledLots += lots;
    append(lots, ticks, maker);
    heldLots += lots;
    unassignedLots += lots;
    fee += feeValue;
  }

  private void append(long lots, long ticks, boolean maker) {
    heldValue = Math.addExact(heldValue, Math.multiplyExact(lots, ticks));
    if (headLots == 0) {
      headLots = lots;
      headTicks = ticks;
      headMaker = maker;
      return;
    }
    ArrayDeque<Part> parts = later;
    if (parts == null) {
      parts = new ArrayDeque<>();
      later = parts;
    }
    parts.add(new Part(lots, ticks, maker));
  }

  private void nextHead() {
    Part next = later == null ? null : later.poll();
    if (next != null) {
      headLots = next.lots();
      headTicks = next.ticks();
      headMaker = next.maker();
    }
  }

  private Collection<Part> after() {
    return later == null ? List.of() : later;
  }

  /** Mean price of its fills in ticks, half even. */
  long meanTicks() {
    return Exact.mulDivHalfEven(filledValue, 1, filledLots);
  }

  /** Lots it was filled with. */
  long filledLots() {
    return filledLots;
  }

  /** Funding payments on what it holds. */
  Settled settled() {
    return settled;
  }

  /** Takes lots from the oldest fills for a closing. Returns their Σ lots × ticks. */
  long consume(long lots, Book.Closing closing) {
    long value = 0;
    long left = lots;
    while (left > 0) {
      long part = Math.min(left, headLots);
      long partValue = Math.multiplyExact(part, headTicks);
      value = Math.addExact(value, partValue);
      closing.makerValue += headMaker ? partValue : 0;
      headLots -= part;
      left -= part;
      if (headLots == 0) {
        nextHead();
      }
    }
    heldLots -= lots;
    heldValue -= value;
    return value;
  }

  /** Σ lots × ticks of what is still held. */
  long heldValue() {
    return heldValue;
  }

  /** Share of the entry fees that falls to lots of a finished trade; the last takes the rest. */
  long takeFee(long lots) {
    long share = lots == unassignedLots ? fee : Exact.mulDivTowardZero(fee, lots, unassignedLots);
    fee -= share;
    return share;
  }

  void save(StateWriter out) {
    order.save(out);
    out.putLong(bar);
    out.putLong(firstMillis);
    out.putLong(positionBefore);
    out.putLong(equityBefore);
    out.putLong((headLots > 0 ? 1 : 0) + after().size());
    if (headLots > 0) {
      save(out, headLots, headTicks, headMaker);
    }
    for (Part part : after()) {
      save(out, part.lots(), part.ticks(), part.maker());
    }
    out.putLong(heldLots);
    out.putLong(unassignedLots);
    out.putLong(fee);
    out.putLong(brokenEven ? 1 : 0);
    out.putLong(filledValue);
    out.putLong(filledLots);
    settled.save(out);
  }

  private static void save(StateWriter out, long lots, long ticks, boolean maker) {
    out.putLong(lots);
    out.putLong(ticks);
    out.putLong(maker ? 1 : 0);
  }

  static Entry restore(StateReader in) {
    Order order = Order.restore(in);
    int bar = in.getInt();
    long millis = in.getLong();
    Entry entry = new Entry(order, bar, millis, in.getLong(), in.getLong());
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      long lots = in.getLong();
      entry.add(lots, in.getLong(), 0, in.getLong() != 0);
    }
    entry.heldLots = in.getLong();
    entry.unassignedLots = in.getLong();
    entry.fee = in.getLong();
    entry.brokenEven = in.getLong() != 0;
    entry.filledValue = in.getLong();
    entry.filledLots = in.getLong();
    entry.settled.restore(in);
    return entry;
  }
}
