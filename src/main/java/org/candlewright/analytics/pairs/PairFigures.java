package org.candlewright.analytics.pairs;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.candlewright.indicator.HalfLife;

/**
 * What is known of a pair that could be tested.
 *
 * @param firstDependent whether the first instrument is the dependent one, that is, whether that
 *     orientation has the smaller p-value
 * @param test the orientation with the smaller p-value
 * @param reversePValue p-value of the other
 * @param halfLife of the spread
 * @param hurst generalised exponent of the spread, empty under 100 bars
 * @param stableWindows in how many of four stretches of equal length the orientation passes at 5 %
 *     by itself; empty where they would be too short
 * @param spreadMean mean of dependent − hedge ratio × independent − intercept: zero but for
 *     rounding
 * @param spreadDeviation sample deviation of the spread
 * @param zScore the last spread in deviations from the mean
 */
public record PairFigures(
    boolean firstDependent,
    CointegrationTest test,
    double reversePValue,
    HalfLife halfLife,
    OptionalDouble hurst,
    OptionalInt stableWindows,
    double spreadMean,
    double spreadDeviation,
    double zScore) {
  /** Stretches of four in which a pair must hold to count as lasting. */
  public static final int MOST_STRETCHES = 3;

  /** The p-value for having tried both orientations: twice the smaller, at most 1. */
  public double eitherPValue() {
    return Math.min(1, 2 * test.pValue());
  }
}
