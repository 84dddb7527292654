package org.candlewright.analytics.funding;

import java.util.function.LongToIntFunction;

/**
 * Mean rate per eight hours by a recurring slot of time, all in UTC.
 *
 * @param means of each slot; NaN where nothing settles
 * @param deviations of the sample in each slot; NaN below two settlements
 * @param counts settlements in each slot
 */
public record RatePattern(double[] means, double[] deviations, int[] counts) {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  /** By hour of the settlement, 0 to 23. */
  public static RatePattern byHour(FundingSeries series) {
    return by(series, 24, time -> (int) (Math.floorMod(time, DAY) / HOUR));
  }

  /** By day of the week, Monday first. */
  public static RatePattern byWeekday(FundingSeries series) {
    // 1970-01-01 was a Thursday.
    return by(series, 7, time -> (int) Math.floorMod(Math.floorDiv(time, DAY) + 3, 7L));
  }

  private static RatePattern by(FundingSeries series, int slots, LongToIntFunction slotOf) {
    double[] means = new double[slots];
    int[] counts = new int[slots];
    for (int i = 0; i < series.size(); i++) {
      int slot = slotOf.applyAsInt(series.time(i));
      means[slot] += series.rate8h(i);
      counts[slot]++;
    }
    for (int slot = 0; slot < slots; slot++) {
      means[slot] = counts[slot] == 0 ? Double.NaN : means[slot] / counts[slot];
    }
    double[] squares = new double[slots];
    for (int i = 0; i < series.size(); i++) {
      int slot = slotOf.applyAsInt(series.time(i));
      double deviation = series.rate8h(i) - means[slot];
      squares[slot] += deviation * deviation;
    }
    for (int slot = 0; slot < slots; slot++) {
      squares[slot] = counts[slot] < 2 ? Double.NaN : Math.sqrt(squares[slot] / (counts[slot] - 1));
    }
    return new RatePattern(means, squares, counts);
  }

  /** Half of the interval that holds a slot's true mean with 95 %, by the normal distribution. */
  public double halfWidth95(int slot) {
    return 1.959964 * deviations[slot] / Math.sqrt(counts[slot]);
  }
}
