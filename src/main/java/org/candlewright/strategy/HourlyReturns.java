package org.candlewright.strategy;

import org.candlewright.market.BarSeries;

/**
 * Moves of a series over hours, whatever its timeframe. Looks back from a bar and never ahead; bars
 * are counted, gaps are not filled.
 */
final class HourlyReturns {
  private static final long HOUR = 3_600_000L;
  private static final double YEAR = 365 * 24.0 * HOUR;

  /** What indicators take at most. */
  private static final int MOST = 10_000;

  private HourlyReturns() {}

  /** Bars in so many hours, at least one. */
  static int bars(BarSeries series, int hours) {
    return (int) Math.min(MOST, Math.max(1, hours * HOUR / series.timeframe().millis()));
  }

  /** Close against the close so many bars before, a fraction; NaN while there are fewer. */
  static double change(BarSeries series, int bar, int back) {
    return bar < back
        ? Double.NaN
        : (double) series.closes()[bar] / series.closes()[bar - back] - 1;
  }

  /**
   * Sample deviation of the hourly returns of so many hours × √8,760 (of a bar's returns where bars
   * are longer), a fraction; NaN while there are fewer.
   */
  static double volatility(BarSeries series, int bar, int hours) {
    int step = bars(series, 1);
    int count = bars(series, hours) / step;
    if (count < 2 || bar < count * step) {
      return Double.NaN;
    }
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double move = change(series, bar - i * step, step);
      sum += move;
      squares += move * move;
    }
    double variance = Math.max(0, (squares - sum * sum / count) / (count - 1));
    return Math.sqrt(variance * YEAR / (step * series.timeframe().millis()));
  }
}
