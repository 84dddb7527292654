package org.candlewright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.PairScreening;
import org.candlewright.analytics.pairs.PriceForm;
import org.candlewright.analytics.pairs.PriceSeries;
import org.candlewright.analytics.pairs.ScreeningSettings;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Timeframe;

/** All pairs of some random walks over a year of hourly bars, every column of the screening. */
record ScreenPairs(
    String name, int instruments, int workers, String unit, double unitNanos, boolean perPair)
    implements Benchmark {
  private static final int BARS = 8_760;
  private static final long HOUR = 3_600_000L;

  /** The whole universe on all processors, in seconds. */
  static ScreenPairs universe() {
    return new ScreenPairs(
        "screen_19900_pairs", 200, Runtime.getRuntime().availableProcessors(), "s", 1e9, false);
  }

  /** One pair on one processor, in microseconds: the mean of 45. */
  static ScreenPairs onePair() {
    return new ScreenPairs("engle_granger_pair", 10, 1, "µs", 1e3, true);
  }

  @Override
  public Figure measure() {
    List<PriceSeries> universe = walks();
    int pairs = instruments * (instruments - 1) / 2;
    double nanos =
        new Alternation().with(() -> screen(universe, pairs)).medians(perPair ? 20 : 1, 5)[0];
    return Figures.of(
        name,
        nanos / unitNanos / (perPair ? pairs : 1),
        unit,
        Map.of(),
        "%,d pairs of %,d bars, both orientations, half-life, Hurst, z-score, four stretches; %d workers"
            .formatted(pairs, BARS, workers));
  }

  private void screen(List<PriceSeries> universe, int pairs) {
    List<PairRow> rows =
        new PairScreening(new ScreeningSettings(PriceForm.LOG, 0.05, -1, workers))
            .screen(universe, PairScreening.Progress.NONE, () -> false);
    if (rows.stream().filter(row -> row.figures().isPresent()).count() != pairs) {
      throw new IllegalStateException("some pairs were not tested");
    }
  }

  private List<PriceSeries> walks() {
    SplittableRandom random = new SplittableRandom(15);
    long[] times = new long[BARS];
    for (int i = 0; i < BARS; i++) {
      times[i] = i * HOUR;
    }
    List<PriceSeries> walks = new ArrayList<>();
    for (int i = 0; i < instruments; i++) {
      double[] prices = new double[BARS];
      double log = 0;
      for (int at = 0; at < BARS; at++) {
        log += 0.02 * (random.nextDouble() - 0.5);
        prices[at] = StrictMath.exp(log);
      }
      walks.add(
          PriceSeries.of(
              new InstrumentId("test", "W" + (1_000 + i), InstrumentKind.SPOT),
              Timeframe.ONE_HOUR,
              times,
              prices,
              PriceForm.LOG));
    }
    return walks;
  }
}
