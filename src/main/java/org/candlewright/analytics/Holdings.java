package org.candlewright.analytics;

import java.util.Arrays;

/** What the closed trades of a table held over time: margin, time in the market, quantity. */
final class Holdings {
  private final RunView.Clock clock;
  private final TradeTable trades;
  private final long mostMargin;
  private final long mostLots;
  private final boolean oneInstrument;
  private final int quickEntries;

  Holdings(RunView.Clock clock, TradeTable trades) {
    this.clock = clock;
    this.trades = trades;
    this.mostMargin = most(trades.margin);
    this.mostLots = most(trades.lots);
    this.oneInstrument = oneInstrument(trades);
    this.quickEntries = countQuickEntries();
  }

  private static boolean oneInstrument(TradeTable trades) {
    for (int i = 1; i < trades.size; i++) {
      if (trades.instrument[i] != trades.instrument[0]) {
        return false;
      }
    }
    return true;
  }

  private int countQuickEntries() {
    int instruments = 1;
    for (int instrument : trades.instrument) {
      instruments = Math.max(instruments, instrument + 1);
    }
    long[] lastExit = new long[instruments];
    Arrays.fill(lastExit, Long.MIN_VALUE);
    int quick = 0;
    for (int row : trades.byEntry) {
      long before = lastExit[trades.instrument[row]];
      long entry = trades.entryMillis[row];
      if (before != Long.MIN_VALUE && entry >= before && entry - before <= 2 * clock.barMillis()) {
        quick++;
      }
      lastExit[trades.instrument[row]] = Math.max(before, trades.exitMillis[row]);
    }
    return quick;
  }

  /** Entries at most two bars after the latest exit of the same table in the same instrument. */
  int quickEntries() {
    return quickEntries;
  }

  boolean oneInstrument() {
    return oneInstrument;
  }

  /** Σ margin × time held / time of the run, money units. */
  double meanMargin() {
    double total = 0;
    for (int i = 0; i < trades.size; i++) {
      total += (double) trades.margin[i] * (trades.exitMillis[i] - trades.entryMillis[i]);
    }
    return total / (clock.endMillis() - clock.firstMillis());
  }

  /** Largest margin bound at one time, money units. */
  long mostMargin() {
    return mostMargin;
  }

  /** Largest quantity held at one time, lots. */
  long mostLots() {
    return mostLots;
  }

  /** What leaves at an instant leaves before what comes; rows stand in the order of exits. */
  private long most(long[] amounts) {
    long now = 0;
    long most = 0;
    int gone = 0;
    for (int row : trades.byEntry) {
      long entry = trades.entryMillis[row];
      while (trades.exitMillis[gone] <= entry && trades.entryMillis[gone] < entry) {
        now -= amounts[gone++];
      }
      now = Math.addExact(now, amounts[row]);
      most = Math.max(most, now);
    }
    return most;
  }

  /** Time with at least one of the trades open, as a share of the run's. */
  double timeInMarket() {
    long covered = 0;
    long until = Long.MIN_VALUE;
    for (int row : trades.byEntry) {
      long from = Math.max(trades.entryMillis[row], until);
      if (trades.exitMillis[row] > from) {
        covered += trades.exitMillis[row] - from;
        until = trades.exitMillis[row];
      }
    }
    return (double) covered / (clock.endMillis() - clock.firstMillis());
  }
}
