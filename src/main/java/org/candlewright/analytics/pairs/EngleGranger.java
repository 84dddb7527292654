package org.candlewright.analytics.pairs;

import java.util.Optional;
import org.candlewright.indicator.Moments;

/**
 * Engle and Granger, Co-Integration and Error Correction, Econometrica 55 (1987): least squares
 * with a constant, then an augmented Dickey-Fuller test of the residuals without one, judged by
 * MacKinnon's surfaces for two series. Equal to statsmodels' {@code coint}.
 *
 * <p>An instance keeps its scratch memory and belongs to one thread.
 */
final class EngleGranger {
  private final AugmentedDickeyFuller dickeyFuller = new AugmentedDickeyFuller();
  private double[] spread = new double[0];

  /**
   * Tests y on x; empty where the residuals cannot be tested. {@link #spread()} then holds them.
   *
   * @param moments of x and y, in this order
   */
  Optional<CointegrationTest> test(double[] y, double[] x, Moments moments) {
    int size = moments.size();
    double hedgeRatio = moments.slope();
    double intercept = moments.intercept();
    spread(y, x, moments, hedgeRatio);
    return dickeyFuller
        .test(spread, size)
        .map(
            result ->
                new CointegrationTest(
                    hedgeRatio,
                    intercept,
                    result.statistic(),
                    result.lag(),
                    MacKinnon.pValue(result.statistic())));
  }

  /** Computes y − ȳ − hedge ratio × (x − x̄) into {@link #spread()}. */
  void spread(double[] y, double[] x, Moments moments, double hedgeRatio) {
    int size = moments.size();
    if (spread.length < size) {
      spread = new double[size];
    }
    for (int i = 0; i < size; i++) {
      spread[i] = y[i] - moments.secondMean() - hedgeRatio * (x[i] - moments.firstMean());
    }
  }

  /** Residuals of the last regression; its first values count, and the next test overwrites it. */
  double[] spread() {
    return spread;
  }
}
