package org.candlewright.analytics.funding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How settled rates are distributed. Percentiles by linear interpolation between the two nearest.
 *
 * @param sum of all rates
 * @param deviation of the sample; empty for a single rate
 * @param sharePositive share of rates above zero
 */
public record RateStatistics(
    int count,
    double sum,
    double mean,
    double median,
    OptionalDouble deviation,
    double min,
    double max,
    double percentile25,
    double percentile75,
    double sharePositive) {

  /** Statistics of rates; empty without any. */
  public static Optional<RateStatistics> of(double[] rates) {
    int count = rates.length;
    if (count == 0) {
      return Optional.empty();
    }
    double sum = sum(rates);
    double mean = sum / count;
    int positive = 0;
    double squares = 0;
    for (double rate : rates) {
      positive += rate > 0 ? 1 : 0;
      squares += (rate - mean) * (rate - mean);
    }
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    return Optional.of(
        new RateStatistics(
            count,
            sum,
            mean,
            percentile(sorted, 2),
            count > 1
                ? OptionalDouble.of(Math.sqrt(squares / (count - 1)))
                : OptionalDouble.empty(),
            sorted[0],
            sorted[count - 1],
            percentile(sorted, 1),
            percentile(sorted, 3),
            (double) positive / count));
  }

  /** Neumaier's compensated sum: rates of all sizes keep their last digit. */
  static double sum(double[] rates) {
    double sum = 0;
    double lost = 0;
    for (double rate : rates) {
      double next = sum + rate;
      lost += Math.abs(sum) >= Math.abs(rate) ? sum - next + rate : rate - next + sum;
      sum = next;
    }
    return sum + lost;
  }

  /**
   * In decimals, so that a value halfway between two digits is rounded as its own digits say and
   * not as the nearest binary fraction does.
   */
  private static double percentile(double[] sorted, int quarters) {
    long scaled = (sorted.length - 1L) * quarters;
    int below = (int) (scaled / 4);
    if (scaled % 4 == 0) {
      return sorted[below];
    }
    BigDecimal low = BigDecimal.valueOf(sorted[below]);
    BigDecimal step = BigDecimal.valueOf(sorted[below + 1]).subtract(low);
    return low.add(step.multiply(BigDecimal.valueOf(scaled % 4 * 25, 2))).doubleValue();
  }
}
