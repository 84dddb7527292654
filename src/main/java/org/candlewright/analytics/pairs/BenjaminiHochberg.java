package org.candlewright.analytics.pairs;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Benjamini and Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical
 * Society B 57 (1995), as adjusted values: the smallest rate at which a test still passes.
 */
final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** q-values in the order of the p-values: min over ranks j ≥ i of p(j) × m / j, at most 1. */
  static double[] qValues(double[] pValues) {
    int count = pValues.length;
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
    double[] adjusted = new double[count];
    double smallest = 1;
    for (int rank = count; rank > 0; rank--) {
      int at = order[rank - 1];
      smallest = Math.min(smallest, pValues[at] * count / rank);
      adjusted[at] = smallest;
    }
    return adjusted;
  }
}
