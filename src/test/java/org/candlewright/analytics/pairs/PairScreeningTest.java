package org.candlewright.analytics.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;
import org.junit.jupiter.api.Test;

class PairScreeningTest {
  private static final int SIZE = 300;

  private final Walks walks = new Walks(1);

  @Test
  void rowsAndFiguresDoNotDependOnTheNumberOfThreads() {
    List<PriceSeries> universe = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      universe.add(Walks.series("W" + (100 + i), walks.walk(SIZE)));
    }
    List<PairRow> alone = screen(universe, 1);
    Collections.reverse(universe);
    assertThat(screen(universe, 4)).isEqualTo(alone);
    assertThat(alone).hasSize(66);
    assertThat(alone).allMatch(row -> row.first().compareTo(row.second()) < 0);
  }

  @Test
  void aSpreadThatRevertsPassesWithItsHedgeRatio() {
    double[] anchor = walks.walk(SIZE);
    double[] follower = new double[SIZE];
    double spread = 0;
    for (int i = 0; i < SIZE; i++) {
      spread = 0.5 * spread + 0.01 * walks.gaussian();
      follower[i] = 7 * StrictMath.pow(anchor[i], 1.5) * StrictMath.exp(spread);
    }
    PairRow row = pair(Walks.series("A", follower), Walks.series("B", anchor));
    PairFigures figures = row.figures().orElseThrow();
    double ratio = figures.test().hedgeRatio();
    assertThat(row.passes()).isTrue();
    assertThat(figures.firstDependent() ? ratio : 1 / ratio).isBetween(1.4, 1.6);
    assertThat(figures.halfLife().bars().orElseThrow()).isBetween(0.7, 1.4);
    assertThat(figures.hurst().orElseThrow()).isLessThan(0.2);
    assertThat(row.qValue().orElseThrow()).isEqualTo(Math.min(1, 2 * figures.test().pValue()));
  }

  @Test
  void identicalSeriesAreNotTested() {
    double[] prices = walks.walk(SIZE);
    assertUntested(Walks.series("A", prices), Walks.series("B", prices), "the same");
    double[] tripled = Arrays.stream(prices).map(price -> 3 * price).toArray();
    assertUntested(Walks.series("A", prices), Walks.series("B", tripled), "the same");
  }

  @Test
  void aConstantPriceIsNotTested() {
    double[] constant = new double[SIZE];
    Arrays.fill(constant, 5);
    assertUntested(
        Walks.series("A", walks.walk(SIZE)), Walks.series("B", constant), "test:B has a constant");
  }

  @Test
  void zeroAndInfinitePricesAreNamedWithTheirTime() {
    double[] zero = walks.walk(SIZE);
    zero[3] = 0;
    double[] infinite = walks.walk(SIZE);
    infinite[4] = Double.POSITIVE_INFINITY;
    PriceSeries good = Walks.series("A", walks.walk(SIZE));
    assertUntested(good, Walks.series("B", zero), "price of 0.0 at 1970-01-01T03:00:00Z");
    assertUntested(good, Walks.series("B", infinite), "Infinity at 1970-01-01T04:00:00Z");
  }

  @Test
  void seriesThatDoNotOverlapSayHowManyBarsTheyShare() {
    long[] later = IntStream.range(0, SIZE).mapToLong(i -> (i + 1_000) * Walks.HOUR).toArray();
    long[] touching = IntStream.range(0, SIZE).mapToLong(i -> (i + 280) * Walks.HOUR).toArray();
    PriceSeries one = Walks.series("A", walks.walk(SIZE));
    assertUntested(one, Walks.series("B", later, walks.walk(SIZE)), "no bars in common");
    assertUntested(one, Walks.series("B", touching, walks.walk(SIZE)), "only 20 bars");
  }

  @Test
  void aGapOfMonthsIsNotTestedAcross() {
    long[] times =
        IntStream.range(0, SIZE)
            .mapToLong(i -> (i < 150 ? i : i + 24 * 61L) * Walks.HOUR)
            .toArray();
    assertUntested(
        Walks.series("A", times, walks.walk(SIZE)),
        Walks.series("B", times, walks.walk(SIZE)),
        "a gap of 61 days");
  }

  @Test
  void aFewMissingBarsAreSaidAndTheRestIsCompared() {
    long[] times =
        IntStream.range(0, SIZE).mapToLong(i -> (i < 150 ? i : i + 3) * Walks.HOUR).toArray();
    PairRow row =
        pair(Walks.series("A", times, walks.walk(SIZE)), Walks.series("B", walks.walk(SIZE + 3)));
    assertThat(row.bars()).isEqualTo(SIZE);
    assertThat(row.figures()).isPresent();
    assertThat(row.note()).contains("3 bars missing");
  }

  @Test
  void aSpreadOfTwoValuesIsNotTested() {
    double[] steps = new double[SIZE];
    double[] other = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      steps[i] = i % 2 == 0 ? 1 : 2;
      other[i] = i % 4 < 2 ? 1 : 2;
    }
    assertUntested(Walks.series("A", steps), Walks.series("B", other), "too few different values");
  }

  @Test
  void cancellingStopsTheWork() {
    List<PriceSeries> universe =
        List.of(
            Walks.series("A", walks.walk(SIZE)),
            Walks.series("B", walks.walk(SIZE)),
            Walks.series("C", walks.walk(SIZE)));
    assertThatThrownBy(
            () ->
                new PairScreening(ScreeningSettings.defaults())
                    .screen(universe, PairScreening.Progress.NONE, () -> true))
        .isInstanceOf(CancelledRunException.class);
  }

  @Test
  void progressEndsAtTheNumberOfPairs() {
    List<Integer> told = new ArrayList<>();
    List<PriceSeries> universe = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      universe.add(Walks.series("W" + i, walks.walk(60)));
    }
    new PairScreening(ScreeningSettings.defaults())
        .screen(universe, (done, total) -> told.add(done), () -> false);
    assertThat(told.getLast()).isEqualTo(10);
    assertThat(told).isSorted();
  }

  @Test
  void tenThousandInstrumentsAreRefusedInWords() {
    PriceSeries one = Walks.series("A", walks.walk(60));
    assertThatThrownBy(
            () ->
                new PairScreening(ScreeningSettings.defaults())
                    .screen(
                        Collections.nCopies(10_000, one), PairScreening.Progress.NONE, () -> false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("10000 instruments make 49995000 pairs");
  }

  @Test
  void adjustedValuesFollowBenjaminiAndHochberg() {
    double[] adjusted = BenjaminiHochberg.qValues(new double[] {0.04, 0.01, 0.03, 0.5});
    assertThat(adjusted[0]).isEqualTo(0.04 * 4 / 3);
    assertThat(adjusted[1]).isEqualTo(0.04);
    assertThat(adjusted[2]).isEqualTo(0.04 * 4 / 3);
    assertThat(adjusted[3]).isEqualTo(0.5);
  }

  @Test
  void lagBoundIsTheWholeNumberAboveSchwerts() {
    assertThat(AugmentedDickeyFuller.schwertLag(100)).isEqualTo(12);
    assertThat(AugmentedDickeyFuller.schwertLag(101)).isEqualTo(13);
    assertThat(AugmentedDickeyFuller.schwertLag(8_100)).isEqualTo(36);
    assertThat(AugmentedDickeyFuller.schwertLag(8_760)).isEqualTo(37);
  }

  private static List<PairRow> screen(List<PriceSeries> universe, int workers) {
    return new PairScreening(new ScreeningSettings(PriceForm.LOG, 0.05, -1, workers))
        .screen(universe, PairScreening.Progress.NONE, () -> false);
  }

  private static PairRow pair(PriceSeries first, PriceSeries second) {
    return screen(List.of(first, second), 1).getFirst();
  }

  private static void assertUntested(PriceSeries first, PriceSeries second, String why) {
    PairRow row = pair(first, second);
    assertThat(row.figures()).isEmpty();
    assertThat(row.qValue()).isEmpty();
    assertThat(row.passes()).isFalse();
    assertThat(row.note()).contains(why);
  }
}
