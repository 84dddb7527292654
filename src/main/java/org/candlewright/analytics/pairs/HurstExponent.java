package org.candlewright.analytics.pairs;

import java.util.OptionalDouble;

/**
 * Generalised Hurst exponent with q = 1: the slope of ln E|x(t+τ) − x(t)| over ln τ, τ = 1 … 49 (Di
 * Matteo, Multi-scaling in finance, Quantitative Finance 7 (2007)). Half for a random walk, below
 * it for a series that reverts, above it for one that trends.
 */
final class HurstExponent {
  /** Shorter series give no exponent. */
  static final int LEAST = 100;

  private static final int LAGS = 49;
  private static final double[] WEIGHTS = weights();

  private HurstExponent() {}

  /** Weights of least squares on ln τ: the slope is Σ weight × ln E. */
  private static double[] weights() {
    double[] weights = new double[LAGS];
    double mean = 0;
    for (int lag = 1; lag <= LAGS; lag++) {
      weights[lag - 1] = StrictMath.log(lag);
      mean += weights[lag - 1] / LAGS;
    }
    double squares = 0;
    for (int i = 0; i < LAGS; i++) {
      weights[i] -= mean;
      squares += weights[i] * weights[i];
    }
    for (int i = 0; i < LAGS; i++) {
      weights[i] /= squares;
    }
    return weights;
  }

  /** The exponent; empty for fewer than 100 values or a series that repeats itself exactly. */
  static OptionalDouble of(double[] series, int size) {
    if (size < LEAST) {
      return OptionalDouble.empty();
    }
    double slope = 0;
    for (int lag = 1; lag <= LAGS; lag += 7) {
      double[] sums = seven(series, size, lag);
      for (int i = 0; i < 7; i++) {
        if (!(sums[i] > 0)) {
          return OptionalDouble.empty();
        }
        slope += WEIGHTS[lag + i - 1] * StrictMath.log(sums[i] / (size - lag - i));
      }
    }
    return OptionalDouble.of(slope);
  }

  /** Σ |x(t+τ) − x(t)| for seven τ in one pass: seven sums that do not wait for each other. */
  private static double[] seven(double[] x, int size, int lag) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    int common = size - lag - 6;
    for (int t = 0; t < common; t++) {
      double value = x[t];
      int at = t + lag;
      s0 += Math.abs(x[at] - value);
      s1 += Math.abs(x[at + 1] - value);
      s2 += Math.abs(x[at + 2] - value);
      s3 += Math.abs(x[at + 3] - value);
      s4 += Math.abs(x[at + 4] - value);
      s5 += Math.abs(x[at + 5] - value);
      s6 += Math.abs(x[at + 6] - value);
    }
    double[] sums = {s0, s1, s2, s3, s4, s5, s6};
    for (int i = 0; i < 6; i++) {
      for (int t = common; t + lag + i < size; t++) {
        sums[i] += Math.abs(x[t + lag + i] - x[t]);
      }
    }
    return sums;
  }
}
