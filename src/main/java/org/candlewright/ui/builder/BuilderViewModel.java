package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.export.RunArchive;
import org.candlewright.export.RunReader;
import org.candlewright.export.RunReport;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.OpenBuilder;
import org.candlewright.ui.OpenReplay;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.work.BackgroundWork;
import org.candlewright.ui.work.WorkItem;

/** Builder: takes a strategy, instruments, period and capital, and makes a run of them. */
public final class BuilderViewModel {
  private final Services services;
  private final OpenReplay replay;
  private final StrategyViewModel strategy;
  private final InstrumentsViewModel instruments = new InstrumentsViewModel();
  private final SetupViewModel setup = new SetupViewModel();
  private final CostsViewModel costChoices = new CostsViewModel();
  private final StoredHome home;
  private final ResultViewModel result = new ResultViewModel();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper currency = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ObservableList<CostLine> costs = FXCollections.observableArrayList();
  private Optional<WorkItem> run = Optional.empty();
  private int revision;
  private boolean checking;

  /**
   * What Builder works with.
   *
   * @param nanos a clock, nanoseconds
   * @param failures gets what nobody expected, for the log
   */
  public record Services(
      MarketStore market,
      RunStore runs,
      Strategies strategies,
      BacktestService backtests,
      RunArchive archive,
      BackgroundWork work,
      LongSupplier nanos,
      Consumer<Throwable> failures) {}

  /** A line of the costs in force. */
  public record CostLine(String label, String value, String unit) {}

  public BuilderViewModel(Services services, OpenReplay replay) {
    this.services = services;
    this.replay = replay;
    this.home = new StoredHome(services);
    this.strategy = new StrategyViewModel(services.strategies());
    strategy
        .strategyProperty()
        .addListener(
            (property, before, now) -> {
              now.ifPresent(each -> instruments.fit(each.legs()));
              check();
            });
    instruments
        .chosenCountProperty()
        .addListener(
            (property, before, now) -> {
              currency.set(instruments.currency());
              check();
            });
    setup.fromProperty().addListener((property, before, now) -> check());
    setup.toProperty().addListener((property, before, now) -> check());
    setup.timeframeProperty().addListener((property, before, now) -> check());
    setup.capitalProperty().addListener((property, before, now) -> check());
    costChoices.properties().forEach(each -> each.addListener((property, before, now) -> check()));
  }

  public StrategyViewModel strategy() {
    return strategy;
  }

  public InstrumentsViewModel instruments() {
    return instruments;
  }

  public SetupViewModel setup() {
    return setup;
  }

  public CostsViewModel costChoices() {
    return costChoices;
  }

  /** The account's currency, which is the quote of what is chosen; empty while nothing is. */
  public ReadOnlyStringProperty currencyProperty() {
    return currency.getReadOnlyProperty();
  }

  public ResultViewModel result() {
    return result;
  }

  /** Whether everything is there and right, or what is missing. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether a run can be started. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Costs in force for what is chosen. */
  public ObservableList<CostLine> costs() {
    return costs;
  }

  /**
   * Fills the form and shows the latest run, or the one named; in a home without runs the example
   * is made.
   *
   * @param runId id or name of a stored run; empty for the latest
   */
  public void open(Optional<String> runId) {
    services.work().startQuiet(() -> home.open(runId), this::opened, this::failed);
  }

  private void opened(StoredHome.Opened opened) {
    instruments.load(opened.instruments());
    if (opened.run().isPresent()) {
      showStored(opened.run().get());
      return;
    }
    strategy.templateProperty().set("ema-crossover");
    instruments.choose(StoredHome.example(opened.instruments()));
    opened
        .range()
        .ifPresent(range -> setup.show(range, Timeframe.parse("4h"), BigDecimal.valueOf(12_000)));
    if (request().isPresent()) {
      run("example");
    }
  }

  private void showStored(StoredHome.StoredResult stored) {
    BacktestRequest request = stored.request();
    strategy.show(request.strategy());
    instruments.choose(request.instruments());
    setup.show(request.period(), request.timeframe(), request.capital());
    costChoices.show(stored.costs(), stored.standardCosts());
    result.show(stored.content(), "stored run");
  }

  /** Fills the form with a run that is proposed elsewhere. */
  public void propose(OpenBuilder.Draft draft) {
    services
        .work()
        .startQuiet(
            () -> services.market().instruments(),
            stored -> {
              instruments.load(stored);
              strategy.show(draft.strategy());
              instruments.filterProperty().set("");
              instruments.choose(draft.instruments());
              setup.show(draft.period(), draft.timeframe(), draft.capital());
              costChoices.show(draft.costs());
            },
            this::failed);
  }

  /** Shows a stored run. */
  public void show(String runId) {
    services
        .work()
        .startQuiet(
            () -> services.runs().find(runId).map(home::read),
            found -> found.ifPresent(this::showStored),
            this::failed);
  }

  /** What the form asks for; empty while something is wrong. */
  Optional<BacktestRequest> request() {
    Optional<StrategyDefinition> definition = strategy.strategyProperty().get();
    if (definition.isEmpty()
        || instruments.chosen().isEmpty()
        || !setup.problemProperty().get().isEmpty()) {
      return Optional.empty();
    }
    return costChoices.options().map(costs -> request(definition.get(), costs));
  }

  private BacktestRequest request(StrategyDefinition definition, CostOptions chosen) {
    return new BacktestRequest(
        definition,
        instruments.chosen(),
        setup.bars(),
        setup.period().orElseThrow(),
        setup.money().orElseThrow(),
        chosen,
        RiskProfile.research(),
        false,
        "",
        EngineSetup.DEFAULT_BLOCK);
  }

  /** Makes the run that the form asks for and stores it. */
  public void run() {
    run("");
  }

  private void run(String name) {
    Optional<BacktestRequest> asked = request();
    if (asked.isEmpty() || running.get()) {
      return;
    }
    BacktestRequest request = asked.get().named(name);
    running.set(true);
    result.loading();
    long start = services.nanos().getAsLong();
    WorkItem item =
        services
            .work()
            .start(
                "Backtest of "
                    + request.strategy().name()
                    + " on "
                    + count(request.instruments().size()),
                (cancelled, progress) ->
                    ResultContent.of(
                        RunReader.read(
                            services.archive().make(request, cancelled, progress).files())),
                made -> finished(made, services.nanos().getAsLong() - start),
                this::failed);
    run = Optional.of(item);
    result.progressProperty().bind(item.shareProperty());
    result.progressTextProperty().bind(item.detailProperty());
  }

  private static String count(int instruments) {
    return instruments == 1 ? "1 instrument" : instruments + " instruments";
  }

  /** Stops the run that is being made. */
  public void cancel() {
    run.ifPresent(WorkItem::cancel);
  }

  private void finished(ResultContent made, long nanos) {
    ended();
    result.show(
        made,
        "finished in "
            + Numbers.fixed(BigDecimal.valueOf(nanos, 9).setScale(2, RoundingMode.UP), 2)
            + " s");
  }

  private void ended() {
    running.set(false);
    run = Optional.empty();
  }

  private void failed(RuntimeException failure) {
    ended();
    switch (failure) {
      case CancelledRunException cancelled -> result.stop();
      case InputException input -> result.fail(input.line());
      default -> {
        services.failures().accept(failure);
        result.fail(
            "The run ended with an error of the program. Nothing was stored. The log has the"
                + " details.");
      }
    }
  }

  /** Opens Replay at a trade's entry. */
  public void openReplay(RunReport.TradeRow trade) {
    result
        .reportProperty()
        .get()
        .ifPresent(
            report ->
                replay.open(report.runId(), trade.entryMillis(), Optional.of(trade.symbol())));
  }

  /** Opens Replay at the run's first trade. */
  public void openReplay() {
    result
        .reportProperty()
        .get()
        .ifPresent(
            report ->
                report.trades().stream()
                    .findFirst()
                    .ifPresentOrElse(
                        this::openReplay,
                        () ->
                            replay.open(
                                report.runId(), report.period().fromMillis(), Optional.empty())));
  }

  /** Plans what the form asks for in the background: costs in force, or why it cannot run. */
  private void check() {
    revision++;
    String wrong = missing();
    ready.set(wrong.isEmpty());
    if (!wrong.isEmpty()) {
      status.set(wrong);
      return;
    }
    if (checking) {
      return;
    }
    checking = true;
    int checked = revision;
    BacktestRequest request = request().orElseThrow();
    services
        .work()
        .startQuiet(
            () -> services.backtests().plan(request),
            plan -> checked(checked, () -> planned(plan)),
            failure -> checked(checked, () -> refused(failure)));
  }

  private String missing() {
    if (strategy.strategyProperty().get().isEmpty()) {
      return strategy.problemProperty().get().isEmpty()
          ? "Pick a strategy."
          : strategy.problemProperty().get();
    }
    if (instruments.chosen().isEmpty()) {
      return "Choose an instrument.";
    }
    return setup.problemProperty().get().isEmpty()
        ? costChoices.problemProperty().get()
        : setup.problemProperty().get();
  }

  private void checked(int then, Runnable show) {
    checking = false;
    if (then == revision) {
      show.run();
    } else {
      check();
    }
  }

  private void planned(RunPlan plan) {
    ready.set(true);
    int warmUp = plan.setup().program().warmUpBars();
    status.set("Valid" + (warmUp > 0 ? ", warm-up " + Numbers.count(warmUp) + " bars" : ""));
    costs.setAll(CostLines.of(plan));
    List<InstrumentData> data = plan.setup().instruments();
    for (int i = 0; i < data.size(); i++) {
      InstrumentId id = data.get(i).instrument().id();
      ContractCosts cost = plan.setup().costs().get(i);
      instruments.rows().stream()
          .filter(row -> row.id().equals(id))
          .forEach(row -> row.showCost(CostLines.spreadAndSlippage(cost)));
    }
  }

  private void refused(RuntimeException failure) {
    ready.set(false);
    if (failure instanceof InputException input) {
      status.set(String.valueOf(input.getMessage()));
    } else {
      services.failures().accept(failure);
      status.set("It cannot be planned; the log has the details.");
    }
  }

  /** Selections that survive a restart. */
  Map<String, String> state() {
    return result
        .reportProperty()
        .get()
        .map(report -> Map.of("run", report.runId()))
        .orElse(Map.of());
  }
}
