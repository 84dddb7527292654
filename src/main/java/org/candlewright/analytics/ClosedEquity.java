package org.candlewright.analytics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Realised equity of one side: the capital and the net profit of its closed trades. */
final class ClosedEquity {
  private final RunView run;
  private final TradeTable trades;

  ClosedEquity(RunView run, TradeTable trades) {
    this.run = run;
    this.trades = trades;
  }

  /** The value at the midnights of the run's daily curve. */
  EquityCurve atMidnights() {
    long[] millis = new long[run.days().size()];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = run.days().millis(i);
    }
    return at(millis);
  }

  /** The value at the end of each UTC month, the last of them ended by the run. */
  EquityCurve atMonthEnds() {
    YearMonth first = month(run.clock().firstMillis());
    YearMonth last = month(run.clock().endMillis() - 1);
    int months =
        (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
    long[] millis = new long[months + 1];
    millis[0] = run.clock().firstMillis();
    for (int i = 1; i <= months; i++) {
      millis[i] =
          first.plusMonths(i).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    return at(millis);
  }

  private static YearMonth month(long millis) {
    return YearMonth.from(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
  }

  /**
   * A fill at a midnight belongs to the new day, but for closes at the end of the run, which belong
   * to the one that ends (DESIGN 8).
   */
  private EquityCurve at(long[] millis) {
    long[] equity = new long[millis.length];
    equity[0] = run.account().capital();
    int next = 0;
    for (int i = 1; i < millis.length; i++) {
      equity[i] = equity[i - 1];
      while (next < trades.size && belongsBefore(trades.exitMillis[next], millis[i])) {
        equity[i] = Math.addExact(equity[i], trades.net[next++]);
      }
    }
    return new EquityCurve(millis, equity);
  }

  private boolean belongsBefore(long exit, long border) {
    return exit < border || (exit == border && exit >= run.clock().endMillis());
  }
}
