package org.candlewright.analytics.funding;

/**
 * Settlements in a row whose rate per eight hours is at or above a threshold.
 *
 * @param current the newest, 0 if the last settlement is below
 * @param longest the longest in the period
 * @param count how many there were
 * @param meanLength settlements a streak lasted on average; 0 without any
 */
public record Streaks(int current, int longest, int count, double meanLength) {

  /**
   * @param thresholdUnits rate per eight hours as an integer of 1e-12
   */
  static Streaks of(FundingSeries series, long thresholdUnits) {
    int run = 0;
    int longest = 0;
    int count = 0;
    int inStreaks = 0;
    for (int i = 0; i < series.size(); i++) {
      if (reaches(series, i, thresholdUnits)) {
        run++;
        inStreaks++;
        count += run == 1 ? 1 : 0;
        longest = Math.max(longest, run);
      } else {
        run = 0;
      }
    }
    return new Streaks(run, longest, count, count == 0 ? 0 : (double) inStreaks / count);
  }

  /** The newest streak alone, without walking the whole period. */
  static int current(FundingSeries series, long thresholdUnits) {
    int run = 0;
    while (run < series.size() && reaches(series, series.size() - 1 - run, thresholdUnits)) {
      run++;
    }
    return run;
  }

  /** rate × 8 / hours ≥ threshold, in integers; an unknown interval counts as eight hours. */
  private static boolean reaches(FundingSeries series, int index, long thresholdUnits) {
    int hours = series.hours(index) == 0 ? 8 : series.hours(index);
    return Math.multiplyExact(series.rateUnits(index), 8)
        >= Math.multiplyExact(thresholdUnits, (long) hours);
  }
}
