package org.candlewright.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screening of pairs without a toolkit: everything runs on the calling thread. */
class PairsViewModelTest {
  private final DemoHome home = DemoHome.create();
  private final BackgroundWork work =
      new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0L);
  private final PairsViewModel model = new PairsViewModel(home.explorer(work, draft -> {}));

  @BeforeEach
  void screenTheDemoMarket() {
    model.form().timeframeProperty().set("4h");
    model.open();
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private PairContent content() {
    return model.contentProperty().get().orElseThrow();
  }

  @Test
  void aNewHomeOpensWithAScreeningThatIsStored() {
    assertThat(model.rows()).hasSize(13 * 12 / 2);
    assertThat(model.sessions()).hasSize(1);
    assertThat(home.store().screenings().sessions()).isEqualTo(List.copyOf(model.sessions()));
  }

  @Test
  void theBestEvidenceStandsFirstAndIsSelected() {
    double first = p(model.rows().getFirst());
    assertThat(model.rows()).allMatch(row -> p(row) >= first);
    assertThat(model.selectedProperty().get()).contains(model.rows().getFirst());
  }

  private static double p(PairRow row) {
    return row.figures().map(known -> known.test().pValue()).orElse(2.0);
  }

  @Test
  void theSpreadShownEndsAtTheZScoreOfTheRow() {
    PairFigures figures = content().row().figures().orElseThrow();
    PairContent.Lines lines = content().lines().orElseThrow();
    double[] z = lines.spread().zScores();
    assertThat(z[z.length - 1]).isCloseTo(figures.zScore(), within(1e-6));
    assertThat(Arrays.stream(lines.spread().spread()).average().orElseThrow())
        .isCloseTo(0, within(1e-9));
    assertThat(lines.first().value(0)).isCloseTo(100, within(1e-9));
  }

  @Test
  void theHeatMapHoldsEachInstrumentOnceAndIsSymmetric() {
    PairMatrix matrix = model.screeningProperty().get().orElseThrow().matrix();
    assertThat(matrix.ids()).hasSize(13).doesNotHaveDuplicates();
    assertThat(matrix.correlation()[2][5]).isEqualTo(matrix.correlation()[5][2]);
    assertThat(matrix.rows()[2][5]).isPresent();
  }

  @Test
  void theFilterFindsAnInstrument() {
    model.filterProperty().set("btc");
    assertThat(model.shown()).hasSize(12);
  }

  @Test
  void screeningAgainIsComparedWithTheOneBefore() {
    model.form().daysProperty().set("90");
    model.screen();
    assertThat(model.sessions()).hasSize(2);
    PairsViewModel.Screening now = model.screeningProperty().get().orElseThrow();
    assertThat(now.before()).contains(model.sessions().getLast());
    assertThat(content().history()).hasSize(2);
  }

  @Test
  void aStoredScreeningIsShownAgain() {
    List<PairRow> first = List.copyOf(model.rows());
    model.form().daysProperty().set("90");
    model.screen();
    assertThat(model.rows()).isNotEqualTo(first);
    model.show(model.sessions().getLast());
    assertThat(model.rows()).isEqualTo(first);
  }

  @Test
  void aUniverseOfOneIsRefusedWithTheRemedy() {
    model.form().universeProperty().set("btc perpetual");
    model.screen();
    assertThat(model.problemProperty().get()).contains("two instruments");
    assertThat(model.sessions()).hasSize(1);
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void wrongLimitsAreRefusedWhileTheyAreTyped() {
    model.form().rateProperty().set("0");
    assertThat(model.form().problemProperty().get()).contains("above 0 to 99 %");
    model.screen();
    assertThat(model.sessions()).hasSize(1);
  }

  @Test
  void pairsUnderTheMinimumCorrelationSayWhyTheyAreNotTested() {
    model.form().correlationProperty().set("0.99");
    model.screen();
    PairRow last = model.rows().getLast();
    assertThat(last.figures()).isEmpty();
    assertThat(last.note()).contains("correlation below the minimum");
    model.selectedProperty().set(Optional.of(last));
    assertThat(content().lines()).isEmpty();
  }

  @Test
  void aCancelledScreeningLeavesNothing() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    PairsViewModel slow =
        new PairsViewModel(
            home.explorer(
                new BackgroundWork(UiThread.immediate(), waiting::add, () -> 0L), draft -> {}));
    slow.screen();
    assertThat(slow.runningProperty().get()).isTrue();
    slow.cancel();
    waiting.remove().run();
    assertThat(slow.runningProperty().get()).isFalse();
    assertThat(slow.problemProperty().get()).isEmpty();
    assertThat(home.store().screenings().sessions()).hasSize(1);
  }

  @Test
  void namesOfPairsAreTheAssets() {
    assertThat(PairText.asset(org.candlewright.market.InstrumentId.parse("demo:BTCUSDT.P")))
        .isEqualTo("BTC");
    assertThat(PairText.asset(org.candlewright.market.InstrumentId.parse("demo:USDCUSDT")))
        .isEqualTo("USDC");
  }
}
