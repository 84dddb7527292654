package org.candlewright.analytics.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demo market holds three cointegrated pairs among thirteen coins; screening finds them. */
class PlantedPairsTest {
  @Test
  void plantedPairsAreFoundAndFalseOnesHeldToTheRate() {
    PlantedPairs found = PlantedPairs.screened(1, 4, 0.05, 1);
    assertThat(found.recall()).isEqualTo(1);
    assertThat(found.precision()).isGreaterThanOrEqualTo(0.85);
  }
}
