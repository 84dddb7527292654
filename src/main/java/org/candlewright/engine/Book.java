package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.jspecify.annotations.Nullable;

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

  /** The tick as a number, for what strategies see. */
  final double tickSize;

  final long[] openTimes;
  private final boolean withoutGaps;
  private final long firstOpen;
  final long[] closes;
  final int warmStart;
  final int start;
  int end;
  final Rate maintenance;

  /** Units of the mark price in a tick. */
  private final long markUnits;

  /** Bars of the mark price; null where none are stored. */
  final @Nullable BarSeries marks;

  /** Finer bars that are walked inside a bar; null where none are stored. */
  final @Nullable BarSeries finer;

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

  static final int BY_PERSON = 1;
  static final int BY_PROGRAM = 2;

  /** Who lets no entries be made for now: a bit each. */
  int paused;

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

  /** What is held, oldest first; a list, so that looking through it allocates nothing. */
  final List<Entry> entries = new ArrayList<>();

  final List<Closing> closings = new ArrayList<>();

  /** Orders that open, add or leave at market and have not ended. */
  int workingOrders;

  /** Those of them that act at the next open. */
  int openOrders;

  /** Orders that wait for price, by number. */
  final List<Order> resting = new ArrayList<>();

  /** Groups of exits that have done their part for the position held, a bit each. */
  long exitsDone;

  /** Earliest end of a time to live. */
  long nextExpiry = OrderTerms.NEVER;

  /** Prices at and beyond which a resting order or the margin has to be looked at. */
  long up = Long.MAX_VALUE;

  long down = Long.MIN_VALUE;

  /** First tick at which the position is taken over; 0 for none. */
  long liquidation;

  /** Funding paid on what is held, which its margin bears. */
  long fundingHeld;

  /** Whether its margin lies in a wallet apart from cash: the perpetual of a carry. */
  boolean ownWallet;

  /** The perpetual whose hedge this spot leg is; null for any other. */
  @Nullable Book firstLeg;

  /** Net result of closed parts of a perpetual whose spot leg has not been counted yet. */
  long netOfLeg;

  /** What lies there for this position, money units. */
  long wallet;

  /** Margin that was paid in beyond the position's value at entry. */
  long marginAdded;

  /** End of the block whose extremes are known, from the bar at which they were first asked for. */
  private int extremesEnd = -1;

  private long blockHigh;
  private long blockLow;

  private int touchBar = -1;
  private int touchSought = -1;

  /** Next finer bar to be walked. */
  int finerNext;

  /** How far back risk checks look for returns, and the fewest bars that this may be. */
  static final long LOOK_BACK = 7 * 86_400_000L;

  private static final int LEAST_LOOK_BACK = 16;

  private @Nullable Moves moves;

  /** A trade being closed by one exit order. */
  static final class Closing {
    final Entry entry;
    final Order exit;
    long lots;
    long entryValue;
    long exitValue;
    long exitFee;
    long funding;
    int fundingPayments;

    /** Σ lots × ticks of the fills of both sides that were resting. */
    long makerValue;

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
    this.tickSize = instrument.tick().doubleValue();
    this.barMillis = bars.timeframe().millis();
    this.openTimes = bars.openTimes();
    this.withoutGaps = bars.withoutGaps();
    this.firstOpen = openTimes[0];
    this.closes = bars.closes();
    this.maintenance = Rate.of(instrument.maintenanceRate());
    this.marks = data.marks().orElse(null);
    this.markUnits = marks == null ? 0 : Exact.scaled(instrument.tick(), 8);
    this.finer = data.finer().orElse(null);
    data.quotes().ifPresent(model::recorded);
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
    this.finerNext = finer == null ? 0 : finer.firstAtOrAfter(openTimes[start]);
  }

  /** Returns of its bars, as far back as {@link #LOOK_BACK}. */
  Moves moves() {
    if (moves == null) {
      moves = new Moves(closes, (int) Math.max(LEAST_LOOK_BACK, LOOK_BACK / barMillis + 1));
    }
    return moves;
  }

  /** How many bars there would be from a time up to the last one, without gaps. */
  long barsSince(long millis) {
    return (openTime(last) - millis) / barMillis + 1;
  }

  /** Whether bars follow each other without a gap from one to another. */
  boolean withoutGap(int first, int to) {
    return openTime(to) - openTime(first) == (to - first) * barMillis;
  }

  /** Lets a price that price rises to (1) or falls to (-1) be noticed. */
  void touchFrom(int direction, long ticks) {
    if (direction > 0) {
      up = Math.min(up, ticks);
    } else {
      down = Math.max(down, ticks);
    }
  }

  /** Whether price has to be watched at all. */
  boolean watches() {
    return up != Long.MAX_VALUE || down != Long.MIN_VALUE || (marks != null && liquidation > 0);
  }

  /** Forgets what was sought for other levels. */
  void levelsMoved() {
    touchBar = -1;
    touchSought = -1;
  }

  /**
   * The first bar from the next on, before {@code to}, in which price comes to a level; {@code to}
   * if there is none. A stretch is searched once.
   */
  int touch(int to) {
    if (touchBar >= next) {
      return Math.min(touchBar, to);
    }
    if (resting.isEmpty() && marks == null && farFromBlock()) {
      return to;
    }
    int from = Math.max(next, touchSought);
    if (from < to) {
      int hit = LevelScan.first(bars, from, to, up, down);
      if (marks != null && liquidation > 0) {
        hit = firstMark(from, hit);
      }
      touchBar = hit < to ? hit : -1;
      touchSought = hit < to ? hit + 1 : to;
      return hit;
    }
    return to;
  }

  /** Whether the whole block stays clear of the levels, as it does of most margin lines. */
  private boolean farFromBlock() {
    if (extremesEnd != blockEnd) {
      extremesEnd = blockEnd;
      blockHigh = bars.ranges().noneAbove(next, blockEnd);
      blockLow = bars.ranges().noneBelow(next, blockEnd);
    }
    return up > blockHigh && down < blockLow;
  }

  private int firstMark(int from, int to) {
    for (int bar = from; bar < to; bar++) {
      if (marksReach(bar)) {
        return bar;
      }
    }
    return to;
  }

  /** Whether the mark price comes to the line of liquidation inside a bar. */
  boolean marksReach(int bar) {
    BarSeries series = marks;
    if (series == null || liquidation == 0 || lots == 0) {
      return false;
    }
    int at = series.firstAtOrAfter(openTimes[bar]);
    if (at >= series.size() || series.openTime(at) != openTimes[bar]) {
      return side() > 0 ? bars.lows()[bar] <= liquidation : bars.highs()[bar] >= liquidation;
    }
    long line = Math.multiplyExact(liquidation, markUnits);
    return side() > 0 ? series.lows()[at] <= line : series.highs()[at] >= line;
  }

  /** The entry held longest; null while flat. */
  @Nullable Entry oldest() {
    return entries.isEmpty() ? null : entries.getFirst();
  }

  /** Mean entry price of what is held, in ticks; NaN while flat. */
  double meanEntryTicks() {
    if (lots == 0) {
      return Double.NaN;
    }
    long value = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      value = Math.addExact(value, entry.heldValue());
    }
    return (double) value / Math.abs(lots);
  }

  /** Whether an entry decided for that reason holds something. */
  boolean holdsEntry(int reason) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.order.reason() == reason) {
        return true;
      }
    }
    return false;
  }

  /** Lots that the entries which still hold something were filled with. */
  long enteredLots() {
    long sum = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      sum += entry.heldLots > 0 ? entry.filledLots() : 0;
    }
    return sum;
  }

  /** The entry of that number, which must hold something. */
  Entry entry(long number) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.order.number() == number) {
        return entry;
      }
    }
    throw new IllegalStateException("order " + number + " holds nothing in " + instrument.id());
  }

  /** Lots that the entry of that number holds. */
  long heldBy(long number) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.order.number() == number) {
        return entry.heldLots;
      }
    }
    return 0;
  }

  boolean perpetual() {
    return instrument.id().kind().isPerpetual();
  }

  int side() {
    return Long.signum(lots);
  }

  /** Open time of a bar; read only where it does not follow from the bar's position. */
  long openTime(int bar) {
    return withoutGaps ? firstOpen + bar * barMillis : openTimes[bar];
  }

  long endTime(int bar) {
    return openTime(bar) + barMillis;
  }

  /**
   * The first bar of the block, from the next on, that has not ended before the instant. Without
   * gaps it is where the time says; only else the bars between are looked through.
   */
  int endedBefore(long instant) {
    if (next >= blockEnd || endTime(next) >= instant) {
      return next;
    }
    long bars = Math.ceilDiv(instant - endTime(next), barMillis);
    int to = (int) Math.min(blockEnd, next + bars);
    if (endTime(to - 1) < instant && (to == blockEnd || endTime(to) >= instant)) {
      return to;
    }
    to = next;
    while (to < blockEnd && endTime(to) < instant) {
      to++;
    }
    return to;
  }

  /**
   * The next bar whose open orders may fill at; {@link #end} if there is none. Recorded bars can
   * begin off the grid, before the one in front has ended: their open is past when it is known.
   *
   * @param now engine time, epoch milliseconds
   */
  int nextOpen(long now) {
    int bar = Math.max(next, opened + 1);
    while (bar < end && openTime(bar) < now) {
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
    out.putLong(fundingHeld);
    out.putLong(wallet);
    out.putLong(netOfLeg);
    out.putLong(marginAdded);
    out.putLong(exitsDone);
    out.putLong(finerNext);
    out.putLong(paused);
    model.save(out);
    out.putLong(resting.size());
    resting.forEach(order -> order.save(out));
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
      out.putLong(closing.funding);
      out.putLong(closing.fundingPayments);
      out.putLong(closing.makerValue);
      out.putLong(closing.lastMillis);
      out.putLong(closing.lastBar);
    }
  }

  /** Restores all but the orders that act at opens, which are given. */
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
    fundingHeld = in.getLong();
    wallet = in.getLong();
    netOfLeg = in.getLong();
    marginAdded = in.getLong();
    exitsDone = in.getLong();
    finerNext = in.getInt();
    paused = in.getInt();
    model.restore(in);
    resting.clear();
    int waiting = in.getInt();
    for (int i = 0; i < waiting; i++) {
      resting.add(Order.restore(in));
    }
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
              java.util.stream.Stream.concat(working.stream(), resting.stream())
                  .filter(o -> o.number() == exitNumber)
                  .findFirst()
                  .orElseThrow());
      restored.lots = in.getLong();
      restored.entryValue = in.getLong();
      restored.exitValue = in.getLong();
      restored.exitFee = in.getLong();
      restored.funding = in.getLong();
      restored.fundingPayments = in.getInt();
      restored.makerValue = in.getLong();
      restored.lastMillis = in.getLong();
      restored.lastBar = in.getInt();
      closings.add(restored);
    }
  }
}
