package org.candlewright.engine;

import java.util.Arrays;
import org.candlewright.engine.order.Order;
import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** What one entry order holds: its fills, first in first out, with fees and funding so far. */
final class Entry {
  final Order order;
  final int bar;
  final long positionBefore;
  final long equityBefore;
  long firstMillis;
  private long[] fillLots = new long[1];
  private long[] fillTicks = new long[1];
  private boolean[] fillMaker = new boolean[1];
  private int fills;
  private int consumed;
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
    if (fills == fillLots.length) {
      fillLots = Arrays.copyOf(fillLots, fills * 2);
      fillTicks = Arrays.copyOf(fillTicks, fills * 2);
      fillMaker = Arrays.copyOf(fillMaker, fills * 2);
    }
    filledValue = Math.addExact(filledValue, Math.multiplyExact(lots, ticks));
    filledLots += lots;
    fillMaker[fills] = maker;
    fillLots[fills] = lots;
    fillTicks[fills++] = ticks;
    heldLots += lots;
    unassignedLots += lots;
    fee += feeValue;
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
      long part = Math.min(left, fillLots[consumed]);
      long partValue = Math.multiplyExact(part, fillTicks[consumed]);
      value = Math.addExact(value, partValue);
      closing.makerValue += fillMaker[consumed] ? partValue : 0;
      fillLots[consumed] -= part;
      left -= part;
      if (fillLots[consumed] == 0) {
        consumed++;
      }
    }
    heldLots -= lots;
    return value;
  }

  /** Σ lots × ticks of what is still held. */
  long heldValue() {
    long value = 0;
    for (int i = consumed; i < fills; i++) {
      value = Math.addExact(value, Math.multiplyExact(fillLots[i], fillTicks[i]));
    }
    return value;
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
    out.putLong(fills - consumed);
    for (int i = consumed; i < fills; i++) {
      out.putLong(fillLots[i]);
      out.putLong(fillTicks[i]);
      out.putLong(fillMaker[i] ? 1 : 0);
    }
    out.putLong(heldLots);
    out.putLong(unassignedLots);
    out.putLong(fee);
    out.putLong(brokenEven ? 1 : 0);
    out.putLong(filledValue);
    out.putLong(filledLots);
    settled.save(out);
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
