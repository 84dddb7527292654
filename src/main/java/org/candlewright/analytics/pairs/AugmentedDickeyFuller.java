package org.candlewright.analytics.pairs;

import java.util.Optional;

/**
 * Augmented Dickey-Fuller test without constant or trend, the number of lags chosen by Akaike's
 * criterion.
 *
 * <p>Δs(t) = γ s(t−1) + Σ δᵢ Δs(t−i) + ε; the statistic is γ's t-value. All lag lengths up to ⌈12
 * (n/100)^¼⌉ (Schwert 1989) are compared on the same rows, then the chosen one is fitted on all
 * rows it allows (Said and Dickey 1984, as in statsmodels' {@code adfuller}).
 *
 * <p>Fast because nothing is computed twice: products of lagged differences form an almost Toeplitz
 * matrix, so its first row and the values at both ends give the rest; and one Cholesky
 * factorisation holds the regressions of all lag lengths, as leading blocks. An instance keeps its
 * scratch memory and belongs to one thread.
 */
final class AugmentedDickeyFuller {
  /** A pivot this small against its own square sum is a regressor that others already explain. */
  private static final double DEGENERATE = 1e-13;

  private double[] differences = new double[0];
  private double[] products = new double[0];
  private double[] levelProducts = new double[0];
  private double[] firstRow = new double[0];
  private double[] factor = new double[0];
  private double[] solved = new double[0];

  /**
   * @param statistic t-value of the lagged level
   * @param lag differences used
   */
  record Result(double statistic, int lag) {}

  /**
   * Tests the first {@code size} values of a series with mean near zero; empty if its regressors
   * depend on each other, as in a series that takes few values or repeats itself exactly.
   */
  Optional<Result> test(double[] series, int size) {
    int maximum = Math.min(size / 2 - 1, schwertLag(size));
    prepare(series, size, maximum);
    int count = size - 1;
    LaggedDot.all(differences, maximum, count, maximum, firstRow);
    int lag = chosenLag(series, count, maximum);
    if (lag < 0) {
      return Optional.empty();
    }
    extendFirstRow(count, maximum, lag);
    return finalFit(series, count, lag);
  }

  /** ⌈12 (n/100)^¼⌉ in integers, so that no rounded root can move it. */
  static int schwertLag(int size) {
    // 12 (n/100)^¼ ≤ m exactly when 12⁴ n ≤ 100 m⁴, that is 5184 n ≤ 25 m⁴.
    int lag = 0;
    while (5_184L * size > 25L * lag * lag * lag * lag) {
      lag++;
    }
    return lag;
  }

  private void prepare(double[] series, int size, int maximum) {
    int width = maximum + 1;
    if (differences.length < size) {
      differences = new double[size];
    }
    if (firstRow.length < width) {
      products = new double[width * width];
      levelProducts = new double[width];
      firstRow = new double[width];
      factor = new double[width * width];
      solved = new double[width];
    }
    for (int t = 0; t < size - 1; t++) {
      differences[t] = series[t + 1] - series[t];
    }
  }

  /** The lag with the smallest criterion; -1 if the regressors depend on each other. */
  private int chosenLag(double[] series, int count, int maximum) {
    fillProducts(series, maximum, count, maximum);
    int width = maximum + 1;
    double squares = levelSquares(series, maximum, count);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        factor[i * width + j] =
            j > 0 ? products[i * width + j] : i > 0 ? levelProducts[i] : squares;
      }
      solved[i] = i > 0 ? products[i] : levelProducts[0];
    }
    if (!factorise(width)) {
      return -1;
    }
    int rows = count - maximum;
    double residual = products[0];
    double best = Double.POSITIVE_INFINITY;
    int chosen = -1;
    for (int lag = 0; lag <= maximum; lag++) {
      residual -= solved[lag] * solved[lag];
      if (!(residual > DEGENERATE * products[0])) {
        return -1;
      }
      double criterion = rows * StrictMath.log(residual) + 2 * (lag + 1);
      if (criterion < best) {
        best = criterion;
        chosen = lag;
      }
    }
    return chosen;
  }

  /** Adds the rows that a shorter lag allows to the sums of products. */
  private void extendFirstRow(int count, int from, int lag) {
    for (int shift = 0; shift <= lag; shift++) {
      double sum = firstRow[shift];
      for (int t = lag; t < Math.min(from, count); t++) {
        sum += differences[t] * differences[t - shift];
      }
      firstRow[shift] = sum;
    }
  }

  /** The level goes last: its t-value can then be read off the factor without solving back. */
  private Optional<Result> finalFit(double[] series, int count, int lag) {
    fillProducts(series, lag, count, lag);
    int width = lag + 1;
    for (int i = 0; i < lag; i++) {
      for (int j = 0; j <= i; j++) {
        factor[i * width + j] = products[(i + 1) * width + j + 1];
      }
      factor[lag * width + i] = levelProducts[i + 1];
      solved[i] = products[i + 1];
    }
    factor[lag * width + lag] = levelSquares(series, lag, count);
    solved[lag] = levelProducts[0];
    if (!factorise(width)) {
      return Optional.empty();
    }
    double residual = products[0];
    for (int i = 0; i < width; i++) {
      residual -= solved[i] * solved[i];
    }
    int freedom = count - lag - width;
    if (!(residual > DEGENERATE * products[0]) || freedom < 1) {
      return Optional.empty();
    }
    return Optional.of(new Result(solved[lag] / Math.sqrt(residual / freedom), lag));
  }

  /**
   * All sums over rows t = from … count−1: products[i, j] = Σ Δ(t−i) Δ(t−j), levelProducts[j] = Σ
   * s(t) Δ(t−j). Each follows from its upper left neighbour: shifting the sum by one row adds a
   * product at the start and drops one at the end.
   */
  private void fillProducts(double[] series, int from, int count, int lag) {
    int width = lag + 1;
    double[] d = differences;
    System.arraycopy(firstRow, 0, products, 0, width);
    for (int i = 1; i < width; i++) {
      double start = d[from - i];
      double end = d[count - i];
      for (int j = i; j < width; j++) {
        double value = products[(i - 1) * width + j - 1] + start * d[from - j] - end * d[count - j];
        products[i * width + j] = value;
        products[j * width + i] = value;
      }
    }
    double sum = 0;
    for (int t = from; t < count; t++) {
      sum += series[t] * d[t];
    }
    levelProducts[0] = sum;
    for (int j = 1; j < width; j++) {
      // s(t) = s(t−1) + Δ(t−1), and Σ s(t−1) Δ(t−j) is the sum before, one row earlier.
      sum +=
          series[from - 1] * d[from - j] - series[count - 1] * d[count - j] + products[width + j];
      levelProducts[j] = sum;
    }
  }

  private static double levelSquares(double[] series, int from, int count) {
    double sum = 0;
    for (int t = from; t < count; t++) {
      sum += series[t] * series[t];
    }
    return sum;
  }

  /** Cholesky factorisation in place and the forward solution of {@code solved}. */
  private boolean factorise(int width) {
    double[] l = factor;
    for (int i = 0; i < width; i++) {
      int row = i * width;
      double pivot = l[row + i];
      double least = DEGENERATE * pivot;
      double right = solved[i];
      for (int j = 0; j < i; j++) {
        int other = j * width;
        double sum = l[row + j];
        for (int k = 0; k < j; k++) {
          sum -= l[row + k] * l[other + k];
        }
        double value = sum / l[other + j];
        l[row + j] = value;
        pivot -= value * value;
        right -= value * solved[j];
      }
      if (!(pivot > least)) {
        return false;
      }
      l[row + i] = Math.sqrt(pivot);
      solved[i] = right / l[row + i];
    }
    return true;
  }
}
