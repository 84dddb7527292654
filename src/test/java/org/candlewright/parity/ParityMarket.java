package org.candlewright.parity;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.candlewright.analytics.comparison.ListComparison;
import org.candlewright.analytics.comparison.PairChecks;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.export.RunFiles;
import org.candlewright.export.RunRecorder;
import org.candlewright.export.RunTrades;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.feed.TradingViewList;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;

/** The bars the lists were made on, in a store of their own. */
final class ParityMarket implements AutoCloseable {
  static final Path DATA = Path.of("../shared/data/tradingview");
  private static final InstrumentId ETHER = InstrumentId.parse("binance:ETHUSDT.P");
  private static final Timeframe QUARTER_HOUR = Timeframe.parse("15m");
  private static final Path STRATEGIES = Path.of("src/test/resources/tradingview");

  private final Strategies strategies = new Strategies(Indicators.standard());
  private final Store store;

  ParityMarket(Path home) {
    store = Store.open(home);
    new CsvImport(store)
        .bars(
            DATA.resolve("binance-usdm-ETHUSDT-15m.csv.gz"),
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
  }

  static Path strategyFile(String name) {
    return STRATEGIES.resolve(name + ".json");
  }

  /** Runs the strategy file and lays its trades beside the list. */
  ListComparison compare(ParityList list) throws IOException {
    RunTrades run = run(list);
    return ListComparison.of(
        TradingViewList.read(DATA.resolve(list.name() + ".trades.csv.gz"))
            .fromZone(ZoneId.of("UTC+8")),
        run.trades(),
        new PairChecks(
            run.tick(),
            new PairChecks.PnlBasis.Converted(
                TradingViewList.rates(DATA.resolve("usdt-usd-daily.csv")))));
  }

  private RunTrades run(ParityList list) throws IOException {
    Path file = strategyFile(list.name());
    BacktestService service = new BacktestService(store, strategies);
    RunPlan plan =
        service.plan(
            new BacktestRequest(
                strategies.parse(file.toString(), Files.readString(file)),
                List.of(ETHER),
                QUARTER_HOUR,
                new Period(Period.parseTime(list.from()), Period.parseTime("2026-05-05")),
                new BigDecimal(list.capital()),
                costs(),
                RiskProfile.research(),
                false,
                list.name(),
                EngineSetup.DEFAULT_BLOCK,
                FillRules.tradingView().withAtClose(list.atClose()),
                false));
    RunRecorder recorder = new RunRecorder(plan);
    BacktestResult result = service.run(plan, recorder, () -> false);
    return RunTrades.read(RunFiles.of(result, recorder));
  }

  private static CostOptions costs() {
    return new CostOptions(
        Optional.of(FeePreset.NONE),
        Optional.empty(),
        Optional.empty(),
        Optional.of(BigDecimal.ZERO),
        Optional.of(BigDecimal.ZERO),
        false,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    store.close();
  }
}
