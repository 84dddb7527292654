package org.candlewright.analytics.pairs;

import org.candlewright.market.InputException;

/**
 * How a universe is screened.
 *
 * @param prices what the cointegrating regression runs on
 * @param falseDiscoveryRate share of wrong pairs among those that pass, at most, on average
 * @param minimumCorrelation pairs with less are listed but not tested; -1 tests all
 * @param workers threads
 */
public record ScreeningSettings(
    PriceForm prices, double falseDiscoveryRate, double minimumCorrelation, int workers) {

  public ScreeningSettings {
    if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
      throw new InputException(
          "a false discovery rate of " + falseDiscoveryRate + " is out of range",
          "Give a share between 0 and 1, for example --fdr 0.05");
    }
    if (!(minimumCorrelation >= -1 && minimumCorrelation <= 1)) {
      throw new InputException(
          "a minimum correlation of " + minimumCorrelation + " is out of range",
          "Give a number from -1 to 1");
    }
    workers = Math.max(1, workers);
  }

  /** Log prices, 5 %, every pair, all processors. */
  public static ScreeningSettings defaults() {
    return new ScreeningSettings(
        PriceForm.LOG, 0.05, -1, Runtime.getRuntime().availableProcessors());
  }

  public ScreeningSettings with(PriceForm form, double rate) {
    return new ScreeningSettings(form, rate, minimumCorrelation, workers);
  }
}
