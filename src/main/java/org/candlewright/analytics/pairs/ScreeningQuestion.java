package org.candlewright.analytics.pairs;

import java.util.List;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/**
 * What a screening was asked.
 *
 * @param falseDiscoveryRate share of wrong pairs among those that pass, at most, on average
 * @param minimumCorrelation pairs with less were not tested
 */
public record ScreeningQuestion(
    List<InstrumentId> instruments,
    Timeframe timeframe,
    Period period,
    PriceForm prices,
    double falseDiscoveryRate,
    double minimumCorrelation) {

  public ScreeningQuestion {
    instruments = List.copyOf(instruments);
  }

  /** How to answer it. */
  public ScreeningSettings settings() {
    return new ScreeningSettings(
        prices, falseDiscoveryRate, minimumCorrelation, ScreeningSettings.defaults().workers());
  }
}
