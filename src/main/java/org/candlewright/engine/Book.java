package org.candlewright.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** All state of one instrument in a run: where time stands, what is held, what works. */
final class Book {
  final int index;
  final Instrument instrument;
  final BarSeries bars;
  final InstrumentData data;
  final FundingHistory funding;
  final FillModel model;
  final long unit;
  final long barMillis;
  final long[] openTimes;
  final long[] closes;
  final int warmStart;
  final int start;
  final int end;

  /** Next bar to end. */
  int next;

  /** Last bar that has ended; the one before the start at first. */
  int last;

  /** Last bar whose open has been worked. */
  int opened = -1;

  /** One past the last bar whose columns are computed. */
  int blockEnd;

  /** Bar of the next possible decision in the block. */
  int decisionBar;

  /** For which side and block end {@link #decisionBar} was found. */
  int soughtSide;

  int soughtEnd = -1;

  boolean closedNow;
  long lastClose;

  /** Signed position. */
  long lots;

  /** Σ signed lots × entry price in money units: what a perpetual's P&L is measured from. */
  long basis;

  long dustCoins;
  int nextSettlement;

  /** What sizing divides by, found once; 0 until then. */
  long costFactor;

  int refusal = -1;
  final ArrayDeque<Entry> entries = new ArrayDeque<>();
  final List<Closing> closings = new ArrayList<>();
  int workingOrders;

  /** A trade being closed by one exit order. */
  static final class Closing {
    final Entry entry;
    final Order exit;
    long lots;
    long entryValue;
    long exitValue;
    long exitFee;
    long lastMillis;
    int lastBar;

    Closing(Entry entry, Order exit) {
      this.entry = entry;
      this.exit = exit;
    }
  }

  Book(int index, InstrumentData data, FillModel model, int warmStart, int start, int end) {
    this.index = index;
    this.data = data;
    this.instrument = data.instrument();
    this.bars = data.bars();
    this.funding = data.funding();
    this.model = model;
    this.unit = instrument.notionalUnit();
    this.barMillis = bars.timeframe().millis();
    this.openTimes = bars.openTimes();
    this.closes = bars.closes();
    this.warmStart = warmStart;
    this.start = start;
    this.end = end;
    this.next = start;
    this.last = start - 1;
    this.opened = start - 1;
    this.blockEnd = start;
    this.decisionBar = start;
    this.lastClose = start > 0 ? closes[start - 1] : bars.opens()[start];
    this.nextSettlement = funding.firstAtOrAfter(openTimes[start] + 1);
  }

  boolean perpetual() {
    return instrument.id().kind().isPerpetual();
  }

  int side() {
    return Long.signum(lots);
  }

  long endTime(int bar) {
    return openTimes[bar] + barMillis;
  }

  /**
   * The next bar whose open orders may fill at; {@link #end} if there is none. Recorded bars can
   * begin off the grid, before the one in front has ended: their open is past when it is known.
   *
   * @param now engine time, epoch milliseconds
   */
  int nextOpen(long now) {
    int bar = Math.max(next, opened + 1);
    while (bar < end && openTimes[bar] < now) {
      bar++;
    }
    return bar;
  }

  /** What the position adds to equity over cash, money units. */
  long openValue() {
    if (lots == 0 && dustCoins == 0) {
      return 0;
    }
    long marked = Math.multiplyExact(Math.multiplyExact(lots, unit), lastClose);
    return (perpetual() ? marked - basis : marked) + model.coinValue(dustCoins, lastClose);
  }

  void save(StateWriter out) {
    out.putLong(next);
    out.putLong(last);
    out.putLong(opened);
    out.putLong(lastClose);
    out.putLong(lots);
    out.putLong(basis);
    out.putLong(dustCoins);
    out.putLong(nextSettlement);
    out.putLong(refusal);
    out.putLong(entries.size());
    entries.forEach(entry -> entry.save(out));
    out.putLong(closings.size());
    for (Closing closing : closings) {
      out.putLong(closing.entry.order.number());
      out.putLong(closing.exit.number());
      out.putLong(closing.lots);
      out.putLong(closing.entryValue);
      out.putLong(closing.exitValue);
      out.putLong(closing.exitFee);
      out.putLong(closing.lastMillis);
      out.putLong(closing.lastBar);
    }
  }

  /** Restores all but the closings' orders, which the engine looks up among the working ones. */
  void restore(StateReader in, List<Order> working) {
    next = in.getInt();
    last = in.getInt();
    opened = in.getInt();
    lastClose = in.getLong();
    lots = in.getLong();
    basis = in.getLong();
    dustCoins = in.getLong();
    nextSettlement = in.getInt();
    refusal = in.getInt();
    blockEnd = next;
    decisionBar = next;
    soughtEnd = -1;
    entries.clear();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      entries.add(Entry.restore(in));
    }
    closings.clear();
    int closing = in.getInt();
    for (int i = 0; i < closing; i++) {
      long entryNumber = in.getLong();
      long exitNumber = in.getLong();
      Closing restored =
          new Closing(
              entries.stream()
                  .filter(e -> e.order.number() == entryNumber)
                  .findFirst()
                  .orElseThrow(),
              working.stream().filter(o -> o.number() == exitNumber).findFirst().orElseThrow());
      restored.lots = in.getLong();
      restored.entryValue = in.getLong();
      restored.exitValue = in.getLong();
      restored.exitFee = in.getLong();
      restored.lastMillis = in.getLong();
      restored.lastBar = in.getInt();
      closings.add(restored);
    }
    workingOrders = (int) working.stream().filter(o -> o.instrument() == index).count();
  }
}
