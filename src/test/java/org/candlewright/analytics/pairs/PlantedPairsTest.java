package org.candlewright.analytics.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The demo market holds three cointegrated pairs among thirteen coins. Its volatility shifts, which
 * makes the Dickey-Fuller test reject too often, so that the rate is held only by pairs that hold
 * in most stretches of their history too.
 */
class PlantedPairsTest {
  @Test
  void pairsStableInThreeOfFourStretchesAreThePlantedOnes() {
    PlantedPairs found = PlantedPairs.screened(1, 4, 0.05, 3);
    assertThat(found.recall()).isEqualTo(1);
    assertThat(found.precision()).isGreaterThanOrEqualTo(0.95);
  }
}
