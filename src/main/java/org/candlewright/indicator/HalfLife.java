package org.candlewright.indicator;

import java.util.OptionalDouble;

/**
 * How long a deviation takes to halve, from Δs = a + b s(t−1) by least squares: −ln 2 / ln(1 + b).
 */
public sealed interface HalfLife {
  /** For −1 &lt; b &lt; 0. */
  record Bars(double count) implements HalfLife {}

  /** For b ≤ −1: the next bar is already past the mean, on average. */
  record BelowOneBar() implements HalfLife {}

  /** For b ≥ 0: it does not revert. */
  record None() implements HalfLife {}

  /** The half-life of the first {@code size} values, at least three. */
  static HalfLife of(double[] series, int size) {
    int steps = size - 1;
    double mean = 0;
    for (int t = 0; t < steps; t++) {
      mean += series[t];
    }
    mean /= steps;
    double squares = 0;
    double cross = 0;
    for (int t = 0; t < steps; t++) {
      double deviation = series[t] - mean;
      squares += deviation * deviation;
      cross += deviation * (series[t + 1] - series[t]);
    }
    double slope = cross / squares;
    if (slope <= -1) {
      return new BelowOneBar();
    }
    return slope < 0 ? new Bars(-StrictMath.log(2) / StrictMath.log1p(slope)) : new None();
  }

  /** Bars where they are a number. */
  default OptionalDouble bars() {
    return this instanceof Bars known ? OptionalDouble.of(known.count()) : OptionalDouble.empty();
  }
}
