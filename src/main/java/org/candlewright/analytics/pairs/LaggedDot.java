package org.candlewright.analytics.pairs;

/** Sums over a series and itself shifted, several shifts in one pass. */
final class LaggedDot {
  private LaggedDot() {}

  /**
   * out[k] = Σ x(t) x(t−k) for t = from … to−1 and k = 0 … last.
   *
   * <p>Eight shifts at a time: eight sums that do not wait for each other keep the processor's
   * adders busy, while each single sum still runs in one fixed order.
   *
   * @param from at least {@code last}
   */
  static void all(double[] x, int from, int to, int last, double[] out) {
    int shift = 0;
    for (; shift + 7 <= last; shift += 8) {
      eight(x, from, to, shift, out);
    }
    for (; shift <= last; shift++) {
      double sum = 0;
      for (int t = from; t < to; t++) {
        sum += x[t] * x[t - shift];
      }
      out[shift] = sum;
    }
  }

  private static void eight(double[] x, int from, int to, int shift, double[] out) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int t = from; t < to; t++) {
      double value = x[t];
      int at = t - shift;
      s0 += value * x[at];
      s1 += value * x[at - 1];
      s2 += value * x[at - 2];
      s3 += value * x[at - 3];
      s4 += value * x[at - 4];
      s5 += value * x[at - 5];
      s6 += value * x[at - 6];
      s7 += value * x[at - 7];
    }
    out[shift] = s0;
    out[shift + 1] = s1;
    out[shift + 2] = s2;
    out[shift + 3] = s3;
    out[shift + 4] = s4;
    out[shift + 5] = s5;
    out[shift + 6] = s6;
    out[shift + 7] = s7;
  }
}
