package org.candlewright.analytics.funding;

import java.util.Arrays;
import org.candlewright.market.BarSeries;

/**
 * How far the perpetual stands above its spot at bar closes, (perpetual − spot) / spot, where both
 * have a bar.
 *
 * @param openTimes of those bars, epoch milliseconds UTC
 * @param values fractions, negative where the perpetual is cheaper
 */
public record BasisSeries(long[] openTimes, double[] values) {

  /** Both series of the same timeframe. */
  public static BasisSeries of(BarSeries perpetual, BarSeries spot) {
    if (!perpetual.timeframe().equals(spot.timeframe())) {
      throw new IllegalArgumentException(
          "timeframes differ: " + perpetual.timeframe() + " and " + spot.timeframe());
    }
    int most = Math.min(perpetual.size(), spot.size());
    long[] times = new long[most];
    double[] values = new double[most];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < perpetual.size() && j < spot.size()) {
      long left = perpetual.openTime(i);
      long right = spot.openTime(j);
      if (left == right) {
        double base = spot.price(spot.closes()[j]);
        times[count] = left;
        values[count++] = (perpetual.price(perpetual.closes()[i]) - base) / base;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return new BasisSeries(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }
}
