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
  private long[] fillLots = new long[2];
  private long[] fillTicks = new long[2];
  private int fills;
  private int consumed;
  long heldLots;

  /** Lots not yet given to a finished trade: the base for shares of fees and funding. */
  long unassignedLots;

  long fee;
  long funding;
  int fundingPayments;

  Entry(Order order, int bar, long millis, long positionBefore, long equityBefore) {
    this.order = order;
    this.bar = bar;
    this.firstMillis = millis;
    this.positionBefore = positionBefore;
    this.equityBefore = equityBefore;
  }

  void add(long lots, long ticks, long feeValue) {
    if (fills == fillLots.length) {
      fillLots = Arrays.copyOf(fillLots, fills * 2);
      fillTicks = Arrays.copyOf(fillTicks, fills * 2);
    }
    fillLots[fills] = lots;
    fillTicks[fills++] = ticks;
    heldLots += lots;
    unassignedLots += lots;
    fee += feeValue;
  }

  /** Takes lots from the oldest fills and returns their Σ lots × ticks. */
  long consume(long lots) {
    long value = 0;
    long left = lots;
    while (left > 0) {
      long part = Math.min(left, fillLots[consumed]);
      value = Math.addExact(value, Math.multiplyExact(part, fillTicks[consumed]));
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

  /** Share of the funding likewise. */
  long takeFunding(long lots) {
    long share =
        lots == unassignedLots ? funding : Exact.mulDivTowardZero(funding, lots, unassignedLots);
    funding -= share;
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
    }
    out.putLong(heldLots);
    out.putLong(unassignedLots);
    out.putLong(fee);
    out.putLong(funding);
    out.putLong(fundingPayments);
  }

  static Entry restore(StateReader in) {
    Order order = Order.restore(in);
    int bar = in.getInt();
    long millis = in.getLong();
    Entry entry = new Entry(order, bar, millis, in.getLong(), in.getLong());
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      long lots = in.getLong();
      entry.add(lots, in.getLong(), 0);
    }
    entry.heldLots = in.getLong();
    entry.unassignedLots = in.getLong();
    entry.fee = in.getLong();
    entry.funding = in.getLong();
    entry.fundingPayments = in.getInt();
    return entry;
  }
}
