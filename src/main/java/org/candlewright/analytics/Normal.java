package org.candlewright.analytics;

/** The standard normal distribution. */
public final class Normal {
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final double TAIL = 7;

  private Normal() {}

  /**
   * Probability of a value at or below x: Marsaglia, Evaluating the Normal Distribution (2004), a
   * series within seven deviations; beyond them a continued fraction of the tail.
   */
  public static double probability(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x > TAIL) {
      return 1 - tail(x);
    }
    if (x < -TAIL) {
      return tail(-x);
    }
    double sum = x;
    double term = x;
    double before = 0;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term = term * x * x / i;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
  }

  /** Laplace's continued fraction of Mills' ratio. */
  private static double tail(double x) {
    double fraction = x;
    for (int i = 60; i > 0; i--) {
      fraction = x + i / fraction;
    }
    return density(x) / fraction;
  }

  /** The value below which the share lies: bisection to the last bit, then nothing is assumed. */
  public static double quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share between 0 and 1 is needed: " + share);
    }
    double low = -40;
    double high = 40;
    while (true) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (probability(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
