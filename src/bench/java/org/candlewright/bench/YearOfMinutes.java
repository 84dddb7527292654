package org.candlewright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A backtest of {@code ema-crossover} over a year of minute bars as a user waits for it: bars read
 * from the store and fingerprinted, the run, its trades and metrics. On the recorded year 2024 of
 * BTC if the data folder is there, else on generated bars.
 */
@State(Scope.Benchmark)
public class YearOfMinutes {
  private static final Path RECORDED =
      Path.of("../shared/data/candles_binance_spot_1m/BTCUSDT_1m_2024.csv.gz");
  private static final int MINUTES = 366 * 24 * 60;

  private final TemporaryHome home = open();
  private final Strategies strategies = new Strategies(Indicators.standard());
  private InstrumentId instrument = InstrumentId.parse("binance:BTCUSDT");

  private static TemporaryHome open() {
    try {
      return new TemporaryHome();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean recorded() {
    return Files.isReadable(RECORDED);
  }

  @Setup
  public void store() {
    if (recorded()) {
      new CsvImport(home.store())
          .bars(
              RECORDED,
              ImportOptions.of(instrument, Optional.of(Timeframe.ONE_MINUTE)),
              false,
              () -> false);
      return;
    }
    InstrumentData data = MinuteMarket.of(MINUTES);
    instrument = data.instrument().id();
    home.store()
        .change(
            batch -> {
              batch.putInstrument(data.instrument());
              batch.putBars(data.bars(), false, "generated");
              batch.putFunding(instrument, data.funding(), "generated");
            });
  }

  @TearDown
  public void remove() throws IOException {
    home.close();
  }

  @org.openjdk.jmh.annotations.Benchmark
  public BacktestResult run() {
    BacktestService service = new BacktestService(home.store(), strategies);
    return service.run(
        service.plan(
            new BacktestRequest(
                strategies.template("ema-crossover").orElseThrow(),
                List.of(instrument),
                Timeframe.ONE_MINUTE,
                Period.ALL,
                new BigDecimal("100000"),
                CostOptions.defaults(),
                RiskProfile.research(),
                false,
                "",
                EngineSetup.DEFAULT_BLOCK)),
        RunObserver.NONE,
        () -> false);
  }

  /** Its entry in the list. */
  static final class Measured implements Benchmark {
    @Override
    public String name() {
      return "year_of_minutes";
    }

    @Override
    public Figure measure() throws RunnerException {
      return Figures.of(
          name(),
          JmhRun.medianNanos(YearOfMinutes.class) / 1e6,
          "ms",
          Map.of(),
          (recorded() ? "recorded BTCUSDT spot of 2024" : "generated bars")
              + ": loading, fingerprint, ema-crossover, trades and metrics; JMH");
    }
  }
}
