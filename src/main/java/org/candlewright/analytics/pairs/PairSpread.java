package org.candlewright.analytics.pairs;

import java.util.Arrays;

/**
 * A pair over time, for looking at. Arrays are for reading only.
 *
 * @param openTimes of the bars that both have, epoch milliseconds UTC
 * @param first closing prices of the first instrument
 * @param second closing prices of the second
 * @param spread dependent − hedge ratio × independent − intercept
 * @param zScores spread in deviations from its mean
 * @param crossings how often the spread crosses its mean
 * @param beyondTwo share of bars more than two deviations from the mean
 */
public record PairSpread(
    long[] openTimes,
    double[] first,
    double[] second,
    double[] spread,
    double[] zScores,
    int crossings,
    double beyondTwo) {

  /** Both series in the form of prices that the figures were made from. */
  public static PairSpread of(PriceSeries first, PriceSeries second, PairFigures figures) {
    PairAlignment common = new PairAlignment();
    common.align(first, second);
    int size = common.size();
    double[] dependent = figures.firstDependent() ? common.first() : common.second();
    double[] independent = figures.firstDependent() ? common.second() : common.first();
    double[] spread = new double[size];
    double[] zScores = new double[size];
    int crossings = 0;
    int beyond = 0;
    for (int i = 0; i < size; i++) {
      spread[i] =
          dependent[i] - figures.test().hedgeRatio() * independent[i] - figures.test().intercept();
      zScores[i] = (spread[i] - figures.spreadMean()) / figures.spreadDeviation();
      beyond += Math.abs(zScores[i]) > 2 ? 1 : 0;
      crossings += i > 0 && zScores[i] > 0 != zScores[i - 1] > 0 ? 1 : 0;
    }
    return new PairSpread(
        Arrays.copyOf(common.openTimes(), size),
        prices(common.firstLogs(), size),
        prices(common.secondLogs(), size),
        spread,
        zScores,
        crossings,
        size == 0 ? 0 : (double) beyond / size);
  }

  private static double[] prices(double[] logs, int size) {
    double[] prices = new double[size];
    for (int i = 0; i < size; i++) {
      prices[i] = StrictMath.exp(logs[i]);
    }
    return prices;
  }
}
