package org.candlewright.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunPlan;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;

/**
 * A script of which TradingView's own list of trades is recorded, on the bars the list was made on:
 * the whole backtest from bars in memory to trades and metrics.
 */
final class TradingViewRun implements Benchmark {
  private static final Path BARS =
      Path.of("../shared/data/tradingview/binance-usdm-ETHUSDT-15m.csv.gz");
  private static final Path FILES = Path.of("src/test/resources/tradingview");
  private static final InstrumentId ETHER = InstrumentId.parse("binance:ETHUSDT.P");
  private static final Timeframe QUARTER_HOUR = Timeframe.parse("15m");

  /** Runs are short: so many until all of it is compiled for good. */
  private static final int WARM_UPS = 400;

  private static final int ROUNDS = 41;

  private final String name;
  private final Path file;

  TradingViewRun(String name, String script) {
    this.name = name;
    this.file = FILES.resolve(script + ".json");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> missing() {
    return Files.isReadable(BARS) && Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(BARS + " and " + file + " are not here");
  }

  @Override
  public Figure measure() throws IOException {
    InstrumentData data = load();
    BacktestService service =
        new BacktestService(new MemoryMarket(data), new Strategies(Indicators.standard()));
    RunPlan plan = plan(service);
    BacktestResult[] last = new BacktestResult[1];
    double[] medians =
        new Alternation()
            .with(() -> last[0] = service.run(fresh(plan), RunObserver.NONE, () -> false))
            .medians(WARM_UPS, ROUNDS);
    int bars = data.bars().size();
    return Figures.of(
        name,
        medians[0] / bars,
        "ns/bar",
        Map.of(),
        "%s on %,d recorded bars of 15 minutes, %,d trades: engine, trades and metrics, without %s"
            .formatted(
                file.getFileName(),
                bars,
                last[0].trades().size(),
                "reading and fingerprinting the bars (" + plan.request().timeframe() + ")"));
  }

  private static InstrumentData load() throws IOException {
    try (TemporaryHome home = new TemporaryHome()) {
      new CsvImport(home.store())
          .bars(
              BARS,
              new ImportOptions(
                  Optional.of(ETHER),
                  Optional.empty(),
                  false,
                  Optional.of(QUARTER_HOUR),
                  Optional.of(new BigDecimal("0.01")),
                  Optional.of(new BigDecimal("0.0001")),
                  false),
              false,
              () -> false);
      return new InstrumentData(
          home.store().instrument(ETHER).orElseThrow(),
          home.store().bars(ETHER, QUARTER_HOUR, Period.ALL),
          Optional.empty(),
          home.store().funding(ETHER));
    }
  }

  /** The plan with a program of its own: reading and fingerprinting bars are no part of a run. */
  private static RunPlan fresh(RunPlan plan) {
    EngineSetup setup = plan.setup();
    return new RunPlan(
        plan.request(),
        new EngineSetup(
            setup.instruments(),
            setup.period(),
            plan.request().strategy().program(setup.instruments()),
            setup.sizing(),
            setup.leverage(),
            setup.capital(),
            setup.costs(),
            setup.keepOpen(),
            setup.blockSize(),
            setup.rules(),
            setup.risk()),
        plan.document(),
        plan.runId(),
        plan.configHash(),
        plan.fingerprint());
  }

  private RunPlan plan(BacktestService service) {
    try {
      return service.plan(
          new BacktestRequest(
              new Strategies(Indicators.standard()).parse(file.toString(), Files.readString(file)),
              List.of(ETHER),
              QUARTER_HOUR,
              Period.ALL,
              new BigDecimal("1000000"),
              new CostOptions(
                  Optional.of(FeePreset.NONE),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(BigDecimal.ZERO),
                  Optional.of(BigDecimal.ZERO),
                  false,
                  Optional.empty(),
                  Optional.empty()),
              RiskProfile.research(),
              false,
              "",
              EngineSetup.DEFAULT_BLOCK,
              FillRules.tradingView(),
              false));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
