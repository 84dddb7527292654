package org.candlewright.analytics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How likely a result is chance: Bailey and López de Prado, The Sharpe Ratio Efficient Frontier
 * (2012), The Deflated Sharpe Ratio (2014), The Probability of Backtest Overfitting (2015).
 */
public final class Significance {
  private static final double EULER_MASCHERONI = 0.5772156649015329;

  /** Draws below which a bootstrap's p-value is too coarse to report. */
  public static final int MINIMUM_DRAWS = 2_000;

  private Significance() {}

  /**
   * Standard error of a Sharpe ratio that is not annualised.
   *
   * @param rawKurtosis 3 for a normal distribution
   */
  public static double sharpeError(double sharpe, int count, double skewness, double rawKurtosis) {
    return Math.sqrt(
        (1 - skewness * sharpe + (rawKurtosis - 1) / 4 * sharpe * sharpe) / (count - 1));
  }

  /**
   * Probability that the true Sharpe ratio exceeds a benchmark; none of them annualised.
   *
   * @param count number of returns
   * @param rawKurtosis 3 for a normal distribution, never the excess over it
   */
  public static double probabilisticSharpe(
      double sharpe, double benchmark, int count, double skewness, double rawKurtosis) {
    return Normal.probability(
        (sharpe - benchmark) / sharpeError(sharpe, count, skewness, rawKurtosis));
  }

  /**
   * Sharpe ratio that the best of so many trials without any edge is expected to show.
   *
   * @param deviation of the Sharpe ratios of the trials
   * @param trials independent ones, 2 or more
   */
  public static double expectedMaximumSharpe(double deviation, double trials) {
    return deviation
        * ((1 - EULER_MASCHERONI) * Normal.quantile(1 - 1 / trials)
            + EULER_MASCHERONI * Normal.quantile(1 - 1 / (trials * Math.E)));
  }

  /** Probabilistic Sharpe ratio against what the best of the trials would show by chance. */
  public static double deflatedSharpe(
      double sharpe,
      double deviationOfTrials,
      double trials,
      int count,
      double skewness,
      double rawKurtosis) {
    return probabilisticSharpe(
        sharpe, expectedMaximumSharpe(deviationOfTrials, trials), count, skewness, rawKurtosis);
  }

  /**
   * One-sided p-value of a mean above zero: the mean is subtracted first, then samples of the same
   * size are drawn with replacement, and those whose mean reaches the observed one are counted, the
   * observed sample among them.
   *
   * @param draws {@link #MINIMUM_DRAWS} or more
   */
  public static double bootstrapPValue(double[] returns, int draws, long seed) {
    if (draws < MINIMUM_DRAWS) {
      throw new IllegalArgumentException("a bootstrap needs " + MINIMUM_DRAWS + " draws or more");
    }
    if (returns.length == 0) {
      throw new IllegalArgumentException("a bootstrap needs returns");
    }
    double observed = new ReturnStatistics(returns).mean;
    double[] centred = new double[returns.length];
    Arrays.setAll(centred, i -> returns[i] - observed);
    SplittableRandom random = new SplittableRandom(seed);
    int reached = 1;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int i = 0; i < centred.length; i++) {
        sum += centred[random.nextInt(centred.length)];
      }
      reached += sum / centred.length >= observed ? 1 : 0;
    }
    return reached / (draws + 1.0);
  }
}
