package org.candlewright.analytics.pairs;

/** The standard normal distribution. */
final class Normal {
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final double TAIL = 5;

  private Normal() {}

  /**
   * Probability of a value at or below x: the series of Marsaglia, Evaluating the Normal
   * Distribution (2004); in the tails Laplace's continued fraction of Mills' ratio.
   */
  static double probability(double x) {
    if (x < -TAIL) {
      return tail(-x);
    }
    if (x > TAIL) {
      return 1 - tail(x);
    }
    double sum = x;
    double term = x;
    double before = 0;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
  }

  private static double tail(double x) {
    double fraction = x;
    for (int i = 60; i > 0; i--) {
      fraction = x + i / fraction;
    }
    return density(x) / fraction;
  }
}
