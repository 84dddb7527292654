package org.candlewright.strategy;

import org.candlewright.indicator.HalfLife;

/**
 * What the past of a pair says at one bar: hedge ratio β and intercept c of ln A = β ln B + c over
 * the days before, and how far the spread ln A − β ln B − c now lies from its recent mean.
 */
final class PairEstimate {
  /** A hedge ratio beyond this is no hedge. */
  static final double LARGEST_RATIO = 10;

  /** Bars that a window of so many days must have at least, as a share of all it could have. */
  private static final double FILLED = 0.8;

  private static final int FEWEST_BARS = 30;
  private static final int SHORTEST_Z = 10;

  /** A deviation of logarithms below this is rounding. */
  private static final double STILL = 1e-12;

  private final PairBars bars;
  private final PairRegression regression;
  private final long windowMillis;
  private final int zBars;
  private final double zHalfLives;
  private double[] residuals = new double[0];
  private double ratio = Double.NaN;
  private double intercept = Double.NaN;
  private double spreadMean = Double.NaN;
  private double spreadDeviation = Double.NaN;

  /**
   * @param zBars bars of the z-score, where {@code zHalfLives} is 0
   * @param zHalfLives half-lives that the z-score looks back
   */
  PairEstimate(PairBars bars, long windowMillis, int zBars, double zHalfLives) {
    this.bars = bars;
    this.windowMillis = windowMillis;
    this.regression = new PairRegression(bars, windowMillis);
    this.zBars = zBars;
    this.zHalfLives = zHalfLives;
  }

  /** Estimates at a joined bar. Without a whole window before it, everything is NaN. */
  void moveTo(int bar) {
    regression.moveTo(bar);
    ratio = Double.NaN;
    intercept = Double.NaN;
    boolean whole = bars.time(0) <= bars.time(bar) - windowMillis;
    double possible = (double) windowMillis / bars.barMillis();
    if (whole && regression.size() >= Math.max(FEWEST_BARS, FILLED * possible)) {
      if (regression.moved()) {
        ratio = regression.slope();
        intercept = regression.intercept();
      }
    }
  }

  /** The hedge ratio β; NaN without an estimate. */
  double ratio() {
    return ratio;
  }

  double intercept() {
    return intercept;
  }

  /** Half-life of the spread over the window, for the estimate as it stands. */
  HalfLife halfLife() {
    int size = regression.size();
    if (residuals.length < size) {
      residuals = new double[size + size / 2];
    }
    for (int i = 0; i < size; i++) {
      int bar = regression.low() + i;
      residuals[i] = bars.firstLog(bar) - ratio * bars.secondLog(bar) - intercept;
    }
    return HalfLife.of(residuals, size);
  }

  /** Half-life in bars, at least one; NaN where the spread does not revert. */
  double halfLifeBars() {
    return switch (halfLife()) {
      case HalfLife.Bars known -> Math.max(1, known.count());
      case HalfLife.BelowOneBar ignored -> 1;
      case HalfLife.None ignored -> Double.NaN;
    };
  }

  /** Bars that the z-score looks back, the present one included. */
  int lookBack(double halfLifeBars) {
    return zHalfLives == 0
        ? zBars
        : Double.isNaN(halfLifeBars)
            ? Integer.MAX_VALUE
            : (int) Math.max(SHORTEST_Z, Math.ceil(zHalfLives * halfLifeBars));
  }

  boolean looksBackByHalfLife() {
    return zHalfLives > 0;
  }

  /**
   * (spread − mean) / sample deviation over the last bars, the present one included, all spreads
   * with the same hedge ratio; the intercept drops out. NaN with fewer bars or without movement.
   */
  double zScore(int bar, double hedgeRatio, int lookBack) {
    int from = bar - lookBack + 1;
    spreadMean = Double.NaN;
    spreadDeviation = Double.NaN;
    if (from < 0 || Double.isNaN(hedgeRatio)) {
      return Double.NaN;
    }
    double base = spread(bar, hedgeRatio);
    double sum = 0;
    for (int i = from; i <= bar; i++) {
      sum += spread(i, hedgeRatio) - base;
    }
    double mean = sum / lookBack;
    double squares = 0;
    for (int i = from; i <= bar; i++) {
      double distance = spread(i, hedgeRatio) - base - mean;
      squares += distance * distance;
    }
    spreadMean = base + mean;
    spreadDeviation = Math.sqrt(squares / (lookBack - 1));
    return spreadDeviation > STILL ? -mean / spreadDeviation : Double.NaN;
  }

  /** Mean of the spread, without intercept, over the last z-score's bars. */
  double spreadMean() {
    return spreadMean;
  }

  /** Its sample deviation. */
  double spreadDeviation() {
    return spreadDeviation;
  }

  /** ln A − β ln B. */
  double spread(int bar, double hedgeRatio) {
    return bars.firstLog(bar) - hedgeRatio * bars.secondLog(bar);
  }
}
