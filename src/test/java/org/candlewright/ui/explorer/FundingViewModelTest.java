package org.candlewright.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.analytics.funding.FundingAssumptions;
import org.candlewright.analytics.funding.FundingSummary;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.OpenBuilder;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.builder.BuilderViewModel;
import org.candlewright.ui.builder.ResultViewModel;
import org.candlewright.ui.work.BackgroundWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The funding ranking without a toolkit: everything runs on the calling thread. */
class FundingViewModelTest {
  private static final DemoHome HOME = DemoHome.create();

  private final BackgroundWork work =
      new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0L);
  private final List<OpenBuilder.Draft> drafts = new ArrayList<>();
  private final FundingViewModel model = new FundingViewModel(HOME.explorer(work, drafts::add));

  @AfterAll
  static void closeHome() {
    HOME.close();
  }

  @BeforeEach
  void load() {
    model.load();
  }

  private double net(int row) {
    return model.rows().get(row).summary().yields().orElseThrow().net();
  }

  private FundingRow row(String symbol) {
    return model.rows().stream()
        .filter(row -> row.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theBestNetYieldStandsFirstAndIsSelected() {
    assertThat(net(0)).isGreaterThan(net(1));
    assertThat(model.selectedProperty().get()).contains(model.rows().getFirst());
    assertThat(model.contentProperty().get().orElseThrow().row())
        .isEqualTo(model.rows().getFirst());
  }

  @Test
  void theRankingIsTheOneOfTheCommandLine() {
    List<InstrumentId> perpetuals = model.rows().stream().map(FundingRow::id).sorted().toList();
    assertThat(model.rows().stream().map(FundingRow::summary))
        .extracting(FundingSummary::perpetual, FundingSummary::yields)
        .containsExactlyElementsOf(
            HOME.ranking().rank(perpetuals, Period.ALL, FundingAssumptions.defaults()).stream()
                .map(row -> org.assertj.core.groups.Tuple.tuple(row.perpetual(), row.yields()))
                .toList());
  }

  @Test
  void aLongerHoldingTimeCostsLessAYear() {
    double before = net(0);
    String first = model.rows().getFirst().symbol();
    model.assumptions().daysProperty().set("60");
    FundingSummary now = row(first).summary();
    FundingYield yields = now.yields().orElseThrow();
    assertThat(yields.net() - before).isCloseTo(now.cost().roundTrip() * 365 / 60, within(1e-12));
  }

  @Test
  void feesChosenReplaceTheVenues() {
    double before = model.rows().getFirst().summary().cost().roundTrip();
    String first = model.rows().getFirst().symbol();
    model.assumptions().feesProperty().set("none");
    model.assumptions().halfSpreadProperty().set("0");
    model.assumptions().slippageProperty().set("0");
    assertThat(row(first).summary().cost().roundTrip()).isLessThan(before / 10);
  }

  @Test
  void aWrongSizeIsRefusedWithTheRemedyAndChangesNothing() {
    List<FundingRow> before = List.copyOf(model.rows());
    model.assumptions().sizeProperty().set("-5");
    assertThat(model.assumptions().problemProperty().get()).contains("above zero");
    assertThat(model.rows()).isEqualTo(before);
    assertThat(model.notBacktested()).contains("above zero");
  }

  @Test
  void filtersNarrowWhatIsShownAndKeepTheRanking() {
    int all = model.rows().size();
    model.filterProperty().set("btc");
    assertThat(model.shown()).extracting(FundingRow::symbol).containsExactly("BTCUSDT.P");
    model.filterProperty().set("");
    model.leastPositiveProperty().set(90);
    assertThat(model.shown())
        .isNotEmpty()
        .hasSizeLessThan(all)
        .allMatch(row -> row.summary().statistics().orElseThrow().sharePositive() >= 0.9);
    assertThat(model.rows()).hasSize(all);
  }

  @Test
  void turnoverAndDaysNarrowToo() {
    model.leastTurnoverProperty().set(1_000);
    assertThat(model.shown())
        .isNotEmpty()
        .allMatch(row -> row.summary().turnover().orElseThrow().quote() >= 1e9);
    model.leastDaysProperty().set(10_000);
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void theSentenceCountsWhatPays() {
    long paying =
        model.rows().stream().filter(row -> row.summary().yields().orElseThrow().net() > 0).count();
    assertThat(model.sentenceProperty().get())
        .isEqualTo(paying + " of " + model.rows().size() + " instruments pay more than they cost");
  }

  @Test
  void theDetailAddsUpToTheRow() {
    FundingContent content = model.contentProperty().get().orElseThrow();
    double[] sums = content.detail().cumulative();
    FundingSummary summary = content.row().summary();
    assertThat(sums[sums.length - 1])
        .isCloseTo(summary.statistics().orElseThrow().sum(), within(1e-12));
    assertThat(java.util.Arrays.stream(content.detail().histogram().counts()).sum())
        .isEqualTo(summary.periods());
  }

  @Test
  void backtestThisFillsBuilderInAndItRuns() {
    model.assumptions().sizeProperty().set("2000");
    model.selectedProperty().set(Optional.of(row("BTCUSDT.P")));
    model.backtest();
    OpenBuilder.Draft draft = drafts.getFirst();
    assertThat(draft.capital()).isEqualByComparingTo("20000");
    BuilderViewModel builder = new BuilderViewModel(HOME.builder(work), (run, time, id) -> {});
    builder.open(Optional.empty());
    builder.propose(draft);
    assertThat(builder.strategy().strategyProperty().get().orElseThrow().name())
        .isEqualTo("funding-carry-backtest");
    assertThat(builder.instruments().chosen()).containsExactly(row("BTCUSDT.P").id());
    builder.run();
    assertThat(builder.result().stateProperty().get()).isEqualTo(ResultViewModel.State.SHOWN);
    assertThat(builder.result().reportProperty().get().orElseThrow().trades()).isNotEmpty();
  }

  @Test
  void oneSettlementAndNoSpotAreSaidInTheRow() {
    try (DemoHome other = DemoHome.create()) {
      InstrumentId lonely = InstrumentId.parse("elsewhere:BTCUSDT.P");
      other
          .store()
          .change(
              batch -> {
                batch.putInstrument(
                    Instrument.of(lonely, new BigDecimal("0.1"), new BigDecimal("0.001")));
                batch.putFunding(
                    lonely,
                    new FundingHistory(
                        1, new long[] {0}, new long[] {0}, new BigDecimal[] {BigDecimal.ONE}),
                    "a test");
              });
      FundingViewModel it = new FundingViewModel(other.explorer(work, drafts::add));
      it.load();
      FundingRow last = it.rows().getLast();
      assertThat(last.id()).isEqualTo(lonely);
      assertThat(last.why()).isEqualTo("one settlement only");
      it.selectedProperty().set(Optional.of(last));
      assertThat(it.contentProperty().get().orElseThrow().row()).isEqualTo(last);
      assertThat(it.notBacktested()).contains("Import it first");
    }
  }

  @Test
  void whatWasTypedAndSelectedSurvivesARestart() {
    model.assumptions().sizeProperty().set("5000");
    model.selectedProperty().set(Optional.of(row("ETHUSDT.P")));
    Map<String, String> state = model.state();
    FundingViewModel again = new FundingViewModel(HOME.explorer(work, drafts::add));
    again.restore(state);
    again.load();
    assertThat(again.assumptions().sizeProperty().get()).isEqualTo("5000");
    assertThat(again.selectedProperty().get().orElseThrow().symbol()).isEqualTo("ETHUSDT.P");
  }
}
