package org.candlewright.analytics.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.indicator.Moments;
import org.junit.jupiter.api.Test;

/** What the test finds where there is nothing to find. */
class FalsePairsTest {
  @Test
  void independentWalksPassAtFivePercentAsOftenAsThatInOneDirection() {
    Walks walks = new Walks(7);
    EngleGranger engleGranger = new EngleGranger();
    int pairs = 2_000;
    int size = 1_000;
    int passed = 0;
    for (int i = 0; i < pairs; i++) {
      double[] y = Walks.series("W", walks.walk(size)).logs();
      double[] x = Walks.series("W", walks.walk(size)).logs();
      CointegrationTest test = engleGranger.test(y, x, Moments.of(x, y, size)).orElseThrow();
      passed += test.pValue() < 0.05 ? 1 : 0;
    }
    assertThat((double) passed / pairs).isBetween(0.035, 0.065);
  }

  @Test
  void underTenPercentControlNoiseLetsAnythingThroughInFewOfManySeeds() {
    ScreeningSettings settings = new ScreeningSettings(PriceForm.LOG, 0.1, -1, 1);
    int seeds = 200;
    int through = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Walks walks = new Walks(seed);
      List<PriceSeries> universe = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        universe.add(Walks.series("W" + i, walks.walk(500)));
      }
      through +=
          new PairScreening(settings)
                  .screen(universe, PairScreening.Progress.NONE, () -> false).stream()
                      .anyMatch(PairRow::passes)
              ? 1
              : 0;
    }
    assertThat((double) through / seeds).isLessThanOrEqualTo(0.15);
  }
}
