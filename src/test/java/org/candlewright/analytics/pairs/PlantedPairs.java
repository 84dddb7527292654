package org.candlewright.analytics.pairs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.market.InstrumentId;

/**
 * What screening finds in demo markets of several seeds.
 *
 * @param planted cointegrated pairs that were there
 * @param found those that passed
 * @param wrong pairs that passed without being planted
 * @param seedsWithWrong seeds in which any did
 */
record PlantedPairs(int seeds, int planted, int found, int wrong, int seedsWithWrong) {

  /**
   * @param stableWindows pairs that hold in fewer stretches of their history do not count as found
   */
  static PlantedPairs screened(
      long firstSeed, int seeds, double falseDiscoveryRate, int stableWindows) {
    Set<Set<InstrumentId>> truth = new HashSet<>();
    DemoMarket.cointegratedPairs().forEach(pair -> truth.add(Set.copyOf(pair)));
    int found = 0;
    int wrong = 0;
    int seedsWithWrong = 0;
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      int before = wrong;
      for (PairRow row : screened(seed, falseDiscoveryRate)) {
        if (row.passes()
            && row.figures().orElseThrow().stableWindows().orElseThrow() >= stableWindows) {
          boolean planted = truth.contains(Set.of(row.first(), row.second()));
          found += planted ? 1 : 0;
          wrong += planted ? 0 : 1;
        }
      }
      seedsWithWrong += wrong > before ? 1 : 0;
    }
    return new PlantedPairs(seeds, seeds * truth.size(), found, wrong, seedsWithWrong);
  }

  private static List<PairRow> screened(long seed, double falseDiscoveryRate) {
    List<PriceSeries> universe =
        DemoMarket.generate(seed).stream()
            .filter(data -> !data.instrument().id().kind().isPerpetual())
            .map(data -> PriceSeries.of(data.bars(), PriceForm.LOG))
            .toList();
    return new PairScreening(ScreeningSettings.defaults().with(PriceForm.LOG, falseDiscoveryRate))
        .screen(universe, PairScreening.Progress.NONE, () -> false);
  }

  /** Share of planted pairs that were found. */
  double recall() {
    return (double) found / planted;
  }

  /** Share of planted pairs among those that passed. */
  double precision() {
    return (double) found / Math.max(1, found + wrong);
  }

  /** Fifty seeds, or as many as given, at 5 %, by the number of stretches that must hold. */
  public static void main(String[] arguments) {
    int seeds = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
    for (int windows = 0; windows <= Stability.WINDOWS; windows++) {
      PlantedPairs found = screened(1, seeds, 0.05, windows);
      System.out.println(
          "stable in "
              + windows
              + ": "
              + found
              + ", recall "
              + found.recall()
              + ", precision "
              + found.precision());
    }
  }
}
