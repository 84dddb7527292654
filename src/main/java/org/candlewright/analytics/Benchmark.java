package org.candlewright.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Period;

/**
 * Buying the instruments at the first open, in equal shares, and holding them to the last close.
 *
 * @param change last close / first open − 1, mean over instruments, 12 decimals
 * @param dailyReturns simple returns between the points of the run's daily curve
 */
public record Benchmark(BigDecimal change, double[] dailyReturns) {

  /** Of the bars of each instrument inside the period, at the points of the curve. */
  public static Benchmark of(List<BarSeries> series, Period period, EquityCurve days) {
    BigDecimal sum = BigDecimal.ZERO;
    double[] levels = new double[days.size()];
    for (BarSeries bars : series) {
      int start = bars.firstAtOrAfter(period.fromMillis());
      int last = bars.lastEndedAt(period.toMillis());
      BigDecimal first = BigDecimal.valueOf(bars.opens()[start]);
      sum =
          sum.add(
              BigDecimal.valueOf(bars.closes()[last])
                  .subtract(first)
                  .divide(first, 20, RoundingMode.HALF_EVEN));
      for (int day = 0; day < levels.length; day++) {
        int at = Math.min(last, bars.lastEndedAt(days.millis(day)));
        double level = at < start ? 1 : bars.closes()[at] / (double) bars.opens()[start];
        levels[day] += level / series.size();
      }
    }
    BigDecimal change =
        sum.divide(BigDecimal.valueOf(series.size()), MetricValue.DECIMALS, RoundingMode.HALF_EVEN);
    double[] returns = new double[Math.max(0, levels.length - 1)];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = levels[i + 1] / levels[i] - 1;
    }
    return new Benchmark(change, returns);
  }
}
