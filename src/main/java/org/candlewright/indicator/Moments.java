package org.candlewright.indicator;

/**
 * First and second moments of two series.
 *
 * @param firstSquares Σ (x − x̄)²
 * @param secondSquares Σ (y − ȳ)²
 * @param cross Σ (x − x̄)(y − ȳ)
 */
public record Moments(
    int size,
    double firstMean,
    double secondMean,
    double firstSquares,
    double secondSquares,
    double cross) {

  /** Two passes, so that nothing cancels; four sums each, which do not wait for each other. */
  public static Moments of(double[] x, double[] y, int size) {
    double firstMean = sum(x, size) / size;
    double secondMean = sum(y, size) / size;
    double firstSquares = 0;
    double secondSquares = 0;
    double cross = 0;
    for (int i = 0; i < size; i++) {
      double a = x[i] - firstMean;
      double b = y[i] - secondMean;
      firstSquares += a * a;
      secondSquares += b * b;
      cross += a * b;
    }
    return new Moments(size, firstMean, secondMean, firstSquares, secondSquares, cross);
  }

  /** The same of the steps from one value to the next: one less in number. */
  public static Moments ofSteps(double[] x, double[] y, int size) {
    int steps = size - 1;
    double firstMean = (x[steps] - x[0]) / steps;
    double secondMean = (y[steps] - y[0]) / steps;
    double firstSquares = 0;
    double secondSquares = 0;
    double cross = 0;
    for (int i = 0; i < steps; i++) {
      double a = x[i + 1] - x[i] - firstMean;
      double b = y[i + 1] - y[i] - secondMean;
      firstSquares += a * a;
      secondSquares += b * b;
      cross += a * b;
    }
    return new Moments(steps, firstMean, secondMean, firstSquares, secondSquares, cross);
  }

  private static double sum(double[] x, int size) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < size; i++) {
      s0 += x[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Slope of the least-squares line of the second series on the first: the hedge ratio. */
  public double slope() {
    return cross / firstSquares;
  }

  /** Where that line cuts the second series' axis. */
  public double intercept() {
    return secondMean - slope() * firstMean;
  }

  /** With both series in the other order. */
  public Moments swapped() {
    return new Moments(size, secondMean, firstMean, secondSquares, firstSquares, cross);
  }

  /** Pearson's coefficient. */
  public double correlation() {
    double value = cross / Math.sqrt(firstSquares) / Math.sqrt(secondSquares);
    return Math.clamp(value, -1, 1);
  }

  /** Share of one series' variance that the other explains in a line. */
  public double explained() {
    double correlation = correlation();
    return correlation * correlation;
  }
}
