package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.candlewright.backtest.RunStore;
import org.candlewright.replay.RandomRuns;
import org.junit.jupiter.api.Test;

/** Two runs under one playhead: the run shown, and one kept from its what-if. */
class CompareTest {
  private final List<RunStore.StoredRun> stored = new ArrayList<>();
  private final ReplayModels models =
      Replays.models(
          new HashMap<>(),
          new EmptyStores.Keeping(stored),
          new EmptyStores.Holding(RandomRuns.market(2, false)));
  private final LoadedRun run = Replays.run(2, false);

  private Comparison compared() {
    models.playhead().show(run, run.run().rows().time(700));
    models.whatIf().parameters().getFirst().sliderProperty().set(12);
    models.whatIf().keep();
    models.whatIf().reset();
    models.compare().with(stored.getFirst().summary().id());
    assertThat(models.compare().problemProperty().get()).isEmpty();
    return models.compare().comparisonProperty().get().orElseThrow();
  }

  @Test
  void theGapByCauseAddsUpToTheDifferenceOfTheirProfits() {
    Comparison comparison = compared();
    BigDecimal here = profit(run);
    BigDecimal there = profit(comparison.other());
    assertThat(comparison.gap().total()).isEqualByComparingTo(there.subtract(here));
  }

  private static BigDecimal profit(LoadedRun run) {
    long units = run.run().trades().stream().mapToLong(each -> each.net()).sum();
    return org.candlewright.market.Exact.decimal(
        units, org.candlewright.market.Currency.digits(run.currency()));
  }

  @Test
  void theFirstDifferenceIsWhereOneDecidesWhatTheOtherDoesNot() {
    Comparison comparison = compared();
    models.compare().goToDivergence();
    int row = models.playhead().rowProperty().get();
    long time = run.run().rows().time(row);
    assertThat(decisions(run, time)).isNotEqualTo(decisions(comparison.other(), time));
    assertThat(before(run, time)).isEqualTo(before(comparison.other(), time));
  }

  private static List<String> decisions(LoadedRun run, long time) {
    return run.run().decisions().stream()
        .filter(each -> each.timeMillis() == time)
        .map(each -> each.action() + each.side() + each.reason())
        .toList();
  }

  private static List<String> before(LoadedRun run, long time) {
    return run.run().decisions().stream()
        .filter(each -> each.timeMillis() < time)
        .map(each -> each.timeMillis() + each.action() + each.side() + each.reason())
        .toList();
  }

  @Test
  void theOtherRunFollowsThePlayhead() {
    Comparison comparison = compared();
    models.playhead().moveTo(444);
    assertThat(models.compare().thereProperty().get().orElseThrow().state())
        .isEqualTo(comparison.other().run().seek(444).state());
  }

  @Test
  void aRunThatIsGoneIsSaidInWords() {
    models.playhead().show(run, run.run().rows().time(700));
    models.compare().with("gone");
    assertThat(models.compare().problemProperty().get()).contains("no longer stored");
    assertThat(models.compare().comparisonProperty().get()).isEmpty();
  }
}
