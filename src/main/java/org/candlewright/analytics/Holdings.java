package org.candlewright.analytics;

import java.util.Arrays;
import java.util.Comparator;

/** What the closed trades of one side held over time: margin, time in the market, quantity. */
final class Holdings {
  private final RunView run;
  private final long[] entryMillis;
  private final long[] exitMillis;
  private final long[] margin;
  private final long[] lots;
  private final boolean oneInstrument;
  private final int quickEntries;

  Holdings(RunView run, Side side) {
    this.run = run;
    TradeTable trades = run.trades();
    int[] rows =
        Arrays.stream(trades.byEntry()).filter(i -> side.counts(trades.direction[i])).toArray();
    entryMillis = Arrays.stream(rows).mapToLong(i -> trades.entryMillis[i]).toArray();
    exitMillis = Arrays.stream(rows).mapToLong(i -> trades.exitMillis[i]).toArray();
    margin = Arrays.stream(rows).mapToLong(i -> trades.margin[i]).toArray();
    lots = Arrays.stream(rows).mapToLong(i -> trades.lots[i]).toArray();
    oneInstrument = Arrays.stream(trades.instrument).distinct().count() <= 1;
    quickEntries = quickEntries(trades, rows);
  }

  private int quickEntries(TradeTable trades, int[] rows) {
    int instruments = Arrays.stream(trades.instrument).max().orElse(0) + 1;
    long[] lastExit = new long[instruments];
    Arrays.fill(lastExit, Long.MIN_VALUE);
    int quick = 0;
    for (int row : rows) {
      long before = lastExit[trades.instrument[row]];
      long entry = trades.entryMillis[row];
      if (before != Long.MIN_VALUE
          && entry >= before
          && entry - before <= 2 * run.clock().barMillis()) {
        quick++;
      }
      lastExit[trades.instrument[row]] = Math.max(before, trades.exitMillis[row]);
    }
    return quick;
  }

  /** Entries at most two bars after the latest exit of the same side in the same instrument. */
  int quickEntries() {
    return quickEntries;
  }

  boolean oneInstrument() {
    return oneInstrument;
  }

  /** Σ margin × time held / time of the run, money units. */
  double meanMargin() {
    double total = 0;
    for (int i = 0; i < margin.length; i++) {
      total += (double) margin[i] * (exitMillis[i] - entryMillis[i]);
    }
    return total / (run.clock().endMillis() - run.clock().firstMillis());
  }

  /** Largest margin bound at one time, money units. */
  long mostMargin() {
    return most(margin);
  }

  /** Largest quantity held at one time, lots. */
  long mostLots() {
    return most(lots);
  }

  /** What leaves at an instant leaves before what comes. */
  private long most(long[] amounts) {
    int[] exits = exitOrder();
    long now = 0;
    long most = 0;
    int gone = 0;
    for (int i = 0; i < amounts.length; i++) {
      while (gone < i && exitMillis[exits[gone]] <= entryMillis[i] && exits[gone] < i) {
        now -= amounts[exits[gone++]];
      }
      now = Math.addExact(now, amounts[i]);
      most = Math.max(most, now);
    }
    return most;
  }

  private int[] exitOrder() {
    int[] order = new int[exitMillis.length];
    Arrays.setAll(order, i -> i);
    for (int i = 1; i < order.length; i++) {
      if (exitMillis[i] < exitMillis[i - 1]) {
        return Arrays.stream(order)
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> exitMillis[row]))
            .mapToInt(Integer::intValue)
            .toArray();
      }
    }
    return order;
  }

  /** Time with at least one of the trades open, as a share of the run's. */
  double timeInMarket() {
    long covered = 0;
    long until = Long.MIN_VALUE;
    for (int i = 0; i < entryMillis.length; i++) {
      long from = Math.max(entryMillis[i], until);
      if (exitMillis[i] > from) {
        covered += exitMillis[i] - from;
        until = exitMillis[i];
      }
    }
    return (double) covered / (run.clock().endMillis() - run.clock().firstMillis());
  }
}
