package org.candlewright.analytics.pairs;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.candlewright.indicator.Moments;

/**
 * Whether a pair holds together in parts of its history: four stretches of equal length, each
 * tested for itself. A relation that shows only in the whole is often one shift that ended. An
 * instance belongs to one thread.
 */
final class Stability {
  /** Stretches tested. */
  static final int WINDOWS = 4;

  private static final double LEVEL = 0.05;

  private final EngleGranger engleGranger = new EngleGranger();

  /** In how many stretches y on x passes at 5 %; empty if a stretch is too short to be tested. */
  OptionalInt windows(double[] y, double[] x, int size) {
    int length = size / WINDOWS;
    if (length < PairAnalysis.LEAST_BARS) {
      return OptionalInt.empty();
    }
    int passed = 0;
    for (int window = 0; window < WINDOWS; window++) {
      int from = size - (WINDOWS - window) * length;
      passed +=
          passes(
                  Arrays.copyOfRange(y, from, from + length),
                  Arrays.copyOfRange(x, from, from + length))
              ? 1
              : 0;
    }
    return OptionalInt.of(passed);
  }

  private boolean passes(double[] y, double[] x) {
    Moments moments = Moments.of(x, y, x.length);
    if (!(moments.firstSquares() > 0)
        || !(moments.secondSquares() > 0)
        || moments.explained() >= PairAnalysis.COLLINEAR) {
      return false;
    }
    Optional<CointegrationTest> test = engleGranger.test(y, x, moments);
    return test.filter(known -> known.pValue() < LEVEL).isPresent();
  }
}
