package org.candlewright.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builder without a toolkit: everything runs on the calling thread. */
class BuilderViewModelTest {
  private static final DemoHome HOME = DemoHome.create();
  private final List<String> opened = new ArrayList<>();
  private final BuilderViewModel model =
      new BuilderViewModel(
          HOME.builder(new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0L)),
          (run, time, instrument) -> opened.add(run + "@" + time + " " + instrument.orElse("")));

  @AfterAll
  static void closeHome() {
    HOME.close();
  }

  @BeforeEach
  void open() {
    model.open(Optional.empty());
  }

  private ParameterField field(String name) {
    return model.strategy().blocks().stream()
        .flatMap(block -> block.fields().stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void opensWithAFinishedRunOnTheDemoMarket() {
    assertThat(model.result().stateProperty().get()).isEqualTo(ResultViewModel.State.SHOWN);
    assertThat(model.result().reportProperty().get().orElseThrow().simulated()).isTrue();
  }

  @Test
  void aRunOfTheWindowIsTheRunOfTheCommandLine() {
    String id = model.result().reportProperty().get().orElseThrow().runId();
    Map<String, byte[]> ofWindow = HOME.store().runs().find(id).orElseThrow().files();
    BacktestRequest request = model.request().orElseThrow();
    Map<String, byte[]> ofCommandLine = HOME.archive().make(request, () -> false).files();
    assertThat(ofWindow.get("trades.csv")).isEqualTo(ofCommandLine.get("trades.csv"));
    assertThat(ofWindow.get("equity.csv")).isEqualTo(ofCommandLine.get("equity.csv"));
    assertThat(HOME.store().runs().find(id)).isPresent();
  }

  @Test
  void fieldsComeFromTheTemplatesDeclarations() {
    model.strategy().templateProperty().set("ema-crossover");
    assertThat(field("fast").label()).isEqualTo("EMA fast");
    assertThat(field("fast").help()).contains("1 to 400").contains("default 9");
  }

  @Test
  void aValueOutOfRangeIsRefusedWhileItIsTyped() {
    field("fast").textProperty().set("900");
    assertThat(field("fast").problemProperty().get()).contains("1 to 400");
    assertThat(model.readyProperty().get()).isFalse();
  }

  @Test
  void averagesInTheWrongOrderAreRefusedWithTheRemedy() {
    field("fast").textProperty().set("30");
    assertThat(model.statusProperty().get()).contains("fast").contains("slow");
    assertThat(model.request()).isEmpty();
  }

  @Test
  void costsChosenAreTheCostsOfTheRun() {
    model.costChoices().feesProperty().set("coinbase-advanced");
    model.costChoices().halfSpreadProperty().set("3");
    model.costChoices().participationProperty().set("");
    model.run();
    assertThat(model.result().reportProperty().get().orElseThrow().costs())
        .allSatisfy(
            cost -> {
              assertThat(cost.schedule()).isEqualTo("coinbase-advanced");
              assertThat(cost.halfSpreadBps()).isEqualByComparingTo("3");
            });
    assertThat(model.request().orElseThrow().costs().participation()).isEmpty();
  }

  @Test
  void costsOfAStoredRunAreShownAgain() {
    model.costChoices().feesProperty().set("binance-vip0");
    model.costChoices().tierProperty().set("micro");
    model.costChoices().slippageProperty().set("1.5");
    model.costChoices().sizeImpactProperty().set("off");
    model.run();
    String made = model.result().reportProperty().get().orElseThrow().runId();
    CostOptions chosen = model.request().orElseThrow().costs();
    model.costChoices().feesProperty().set("none");
    model.show(made);
    assertThat(model.request().orElseThrow().costs()).isEqualTo(chosen);
  }

  @Test
  void aCostOutOfRangeIsRefusedWithTheRemedy() {
    model.costChoices().slippageProperty().set("-1");
    assertThat(model.statusProperty().get()).contains("Slippage").contains("0 to 1,000 bps");
    assertThat(model.readyProperty().get()).isFalse();
    model.costChoices().slippageProperty().set("");
    assertThat(model.readyProperty().get()).isTrue();
  }

  @Test
  void moneyIsInTheQuoteOfWhatIsChosen() {
    assertThat(model.currencyProperty().get()).isEqualTo("USDT");
    model.instruments().chooseShown(false);
    assertThat(model.currencyProperty().get()).isEmpty();
  }

  @Test
  void monthsOfAYearCompoundToTheYear() {
    var periods = model.result().reportProperty().get().orElseThrow().periods();
    double months =
        periods.stream()
            .filter(period -> period.period().startsWith("2025-"))
            .mapToDouble(period -> 1 + period.rateOfReturn().orElseThrow().doubleValue())
            .reduce(1, (one, other) -> one * other);
    double year =
        periods.stream()
            .filter(period -> period.period().equals("2025"))
            .mapToDouble(period -> period.rateOfReturn().orElseThrow().doubleValue())
            .sum();
    assertThat(months - 1).isCloseTo(year, within(1e-9));
  }

  @Test
  void aPeriodWithoutDataSaysSo() {
    model.setup().fromProperty().set("2031-01-01");
    model.setup().toProperty().set("2032-01-01");
    assertThat(model.statusProperty().get()).contains("no 4h bars");
    assertThat(model.readyProperty().get()).isFalse();
  }

  @Test
  void carryOffersPerpetualsWithASpotLegAlone() {
    model.strategy().templateProperty().set("funding-carry-backtest");
    assertThat(model.instruments().rows())
        .filteredOn(row -> row.usableProperty().get())
        .allMatch(row -> row.id().kind().isPerpetual());
  }

  @Test
  void theFilterNarrowsWhatIsShownAndKeepsWhatIsChosen() {
    int chosen = model.instruments().chosen().size();
    model.instruments().filterProperty().set("btc perp");
    assertThat(model.instruments().shown())
        .extracting(InstrumentRow::symbol)
        .containsExactly("BTCUSDT.P");
    assertThat(model.instruments().chosen()).hasSize(chosen);
  }

  @Test
  void rowsOfInstrumentsAddUpToTheRun() {
    List<InstrumentLine> lines = model.result().lines();
    BigDecimal sum =
        lines.stream()
            .filter(line -> !line.total())
            .map(InstrumentLine::net)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(lines.getLast().net()).isEqualByComparingTo(sum);
    assertThat(model.result().reportProperty().get().orElseThrow().figure("net_profit"))
        .hasValueSatisfying(net -> assertThat(net).isEqualByComparingTo(sum));
  }

  @Test
  void selectingAnInstrumentShowsItsTradesAlone() {
    InstrumentLine line = model.result().lines().getFirst();
    model.result().selectedProperty().set(Optional.of(line));
    assertThat(model.result().trades())
        .hasSize(line.figures().trades())
        .allMatch(trade -> trade.symbol().equals(line.name()));
  }

  @Test
  void aTradeOpensReplayAtItsEntry() {
    var trade = model.result().trades().get(3);
    model.openReplay(trade);
    String run = model.result().reportProperty().get().orElseThrow().runId();
    assertThat(opened).containsExactly(run + "@" + trade.entryMillis() + " " + trade.symbol());
  }

  @Test
  void theLatestRunIsShownAgainAfterARestart() {
    field("filter").textProperty().set("60");
    model.run();
    String made = model.result().reportProperty().get().orElseThrow().runId();
    BuilderViewModel next =
        new BuilderViewModel(
            HOME.builder(new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0L)),
            (run, time, instrument) -> {});
    next.open(Optional.empty());
    assertThat(next.result().reportProperty().get().orElseThrow().runId()).isEqualTo(made);
    assertThat(next.strategy().strategyProperty().get().orElseThrow().parameters())
        .anyMatch(each -> each.name().equals("filter") && each.value().intValue() == 60);
  }
}
