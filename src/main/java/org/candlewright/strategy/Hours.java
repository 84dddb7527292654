package org.candlewright.strategy;

import org.candlewright.market.BarSeries;

/** Hours as bars of a series. */
final class Hours {
  private static final long HOUR = 3_600_000L;

  private Hours() {}

  /** Bars that so many hours hold, at least one. */
  static int bars(BarSeries series, long hours) {
    return Math.toIntExact(Math.max(1, hours * HOUR / series.timeframe().millis()));
  }
}
