package org.candlewright.analytics.pairs;

import org.candlewright.analytics.Normal;

/**
 * Distribution of the Engle-Granger statistic for two series and a constant in the cointegrating
 * regression.
 *
 * <p>p-values: response surfaces of MacKinnon, Approximate Asymptotic Distribution Functions for
 * Unit-Root and Cointegration Tests, Journal of Business & Economic Statistics 12 (1994), tables 3
 * and 4, case τc, N = 2. Critical values: MacKinnon, Critical Values for Cointegration Tests,
 * Queen's Economics Department Working Paper 1227 (2010), table 2, case c, N = 2.
 */
final class MacKinnon {
  /** Above it the p-value is 1. */
  private static final double LARGEST = 0.92;

  /** Below it the p-value is 0. */
  private static final double SMALLEST = -18.86;

  /** Up to it the surface of small p-values holds. */
  private static final double SMALL_P_UP_TO = -2.62;

  private static final double[] SMALL_P = {2.92, 1.5012, 0.039796};
  private static final double[] LARGE_P = {2.1945, 0.64695, -0.29198, -0.042377};
  private static final double[] AT_1_PERCENT = {-3.89644, -10.9519, -22.527, 0};
  private static final double[] AT_5_PERCENT = {-3.33613, -6.1101, -6.823, 0};
  private static final double[] AT_10_PERCENT = {-3.04445, -4.2412, -2.720, 0};

  private MacKinnon() {}

  /**
   * Approximate asymptotic probability of a statistic at or below the given one without relation.
   */
  static double pValue(double statistic) {
    if (statistic > LARGEST) {
      return 1;
    }
    if (statistic < SMALLEST) {
      return 0;
    }
    return Normal.probability(
        polynomial(statistic <= SMALL_P_UP_TO ? SMALL_P : LARGE_P, statistic));
  }

  /** Critical values at 1, 5 and 10 % for a number of bars. */
  static double[] criticalValues(int bars) {
    double inverse = 1.0 / (bars - 1);
    return new double[] {
      polynomial(AT_1_PERCENT, inverse),
      polynomial(AT_5_PERCENT, inverse),
      polynomial(AT_10_PERCENT, inverse)
    };
  }

  private static double polynomial(double[] ascending, double x) {
    double value = 0;
    for (int i = ascending.length - 1; i >= 0; i--) {
      value = value * x + ascending[i];
    }
    return value;
  }
}
