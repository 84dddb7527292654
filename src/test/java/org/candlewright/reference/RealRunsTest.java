package org.candlewright.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.export.RunFiles;
import org.candlewright.export.RunRecorder;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs on recorded data, every trade, fill, settlement, day and equity row recomputed by the
 * decimal reference from the same files.
 */
class RealRunsTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final List<String> SYMBOLS =
      List.of(
          "AVAXUSDT",
          "BTCUSDT",
          "DOTUSDT",
          "ETHUSDT",
          "LINKUSDT",
          "NEARUSDT",
          "XLMUSDT",
          "XRPUSDT");

  @TempDir Path folder;

  @Test
  void everyTradeOfEmaCrossoverOnBitcoinIn2021IsRecomputed() throws IOException {
    Path candles = present("binance-usdm-BTCUSDT-1h.csv.gz");
    Path funding = present("binance-BTCUSDT-funding.csv.gz");
    InstrumentId id = InstrumentId.parse("binance:BTCUSDT.P");
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      csv.bars(candles, hourly(id), false, () -> false);
      csv.funding(funding, hourly(id), () -> false);
      Path out =
          run(
              store,
              "ema-crossover",
              List.of(id),
              Period.parseTime("2021-01-01"),
              Period.parseTime("2022-01-01"),
              Optional.empty(),
              EngineSetup.DEFAULT_BLOCK);
      Path other =
          run(
              store,
              "ema-crossover",
              List.of(id),
              Period.parseTime("2021-01-01"),
              Period.parseTime("2022-01-01"),
              Optional.empty(),
              97);
      assertSameFiles(out, other);
      List<Series> series =
          List.of(
              Series.of(
                  id.toString(),
                  ReferenceMarket.candles(candles, ReferenceMarket.HOUR),
                  ReferenceMarket.funding(funding),
                  List.of()));
      ReferenceOptions options =
          ReferenceOptions.of(
              "10000",
              Period.parseTime("2021-01-01"),
              Period.parseTime("2022-01-01"),
              "0.0007",
              "0.0007");
      ReferenceResult expected = ReferenceEmaCrossover.run(options, series);
      assertThat(expected.trades()).hasSizeGreaterThan(200);
      assertThat(new ReferenceComparison(out, expected, options, series).report())
          .containsExactly("identical; all identities hold");
    }
  }

  @Test
  void everyTradeOfFundingCarryOverEightPairsIsRecomputed() throws IOException {
    Path basis = present("basis_binance_1h");
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      List<ReferenceCarry.Pair> pairs = new ArrayList<>();
      List<InstrumentId> ids = new ArrayList<>();
      for (String symbol : SYMBOLS) {
        InstrumentId perpetual = InstrumentId.parse("binance:" + symbol + ".P");
        csv.bars(basis.resolve(symbol + "_perp_1h.csv.gz"), hourly(perpetual), false, () -> false);
        csv.bars(
            basis.resolve(symbol + "_spot_1h.csv.gz"),
            hourly(perpetual.spot()),
            false,
            () -> false);
        csv.funding(basis.resolve(symbol + "_funding.csv"), hourly(perpetual), () -> false);
        Path marks = basis.resolve(symbol + "_mark_1h.csv.gz");
        if (Files.exists(marks)) {
          csv.bars(marks, hourly(perpetual), true, () -> false);
        }
        pairs.add(ReferenceMain.pair(basis, symbol));
        ids.add(perpetual);
      }
      long from =
          pairs.stream()
              .mapToLong(pair -> pair.perpetual().bars.getFirst().open())
              .min()
              .orElseThrow();
      long to =
          pairs.stream()
              .mapToLong(pair -> pair.perpetual().bars.getLast().end())
              .max()
              .orElseThrow();
      Path out =
          run(
              store,
              "funding-carry-backtest",
              ids,
              from,
              to,
              Optional.of(LiquidityTier.SMALL),
              EngineSetup.DEFAULT_BLOCK);
      assertSameFiles(
          out,
          run(
              store,
              "funding-carry-backtest",
              ids,
              from,
              to,
              Optional.of(LiquidityTier.SMALL),
              61));
      ReferenceOptions options =
          ReferenceOptions.of("10000", from, to, "0.001", "0.0005").withTier("small");
      List<Series> all = new ArrayList<>();
      pairs.forEach(pair -> all.addAll(List.of(pair.perpetual(), pair.spot())));
      ReferenceResult expected = ReferenceCarry.run(options, pairs, "0.0001", "0.00005");
      assertThat(expected.trades()).hasSizeGreaterThan(20);
      assertThat(new ReferenceComparison(out, expected, options, all).report())
          .containsExactly("identical; all identities hold");
    }
  }

  private static Path present(String name) {
    Path file = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "recorded data is not here: " + name);
    return file;
  }

  private static ImportOptions hourly(InstrumentId id) {
    return ImportOptions.of(id, Optional.of(Timeframe.ONE_HOUR));
  }

  private Path run(
      Store store,
      String template,
      List<InstrumentId> ids,
      long from,
      long to,
      Optional<LiquidityTier> tier,
      int block)
      throws IOException {
    Strategies strategies = new Strategies(Indicators.standard());
    BacktestService service = new BacktestService(store, strategies);
    CostOptions costs =
        new CostOptions(
            Optional.<FeePreset>empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.of(new BigDecimal("0.1")),
            tier);
    RunPlan plan =
        service.plan(
            new BacktestRequest(
                strategies.template(template).orElseThrow(),
                ids,
                Timeframe.ONE_HOUR,
                new Period(from, to),
                new BigDecimal("10000"),
                costs,
                RiskProfile.research(),
                false,
                "",
                block));
    RunRecorder recorder = new RunRecorder(plan);
    BacktestResult result = service.run(plan, recorder, () -> false);
    Path out = Files.createDirectories(folder.resolve(template + block));
    for (Map.Entry<String, byte[]> file : RunFiles.of(result, recorder).entrySet()) {
      Files.write(out.resolve(file.getKey()), file.getValue());
    }
    return out;
  }

  private static void assertSameFiles(Path one, Path other) throws IOException {
    try (var files = Files.list(one)) {
      for (Path file : files.toList()) {
        assertThat(
                Arrays.mismatch(
                    Files.readAllBytes(file),
                    Files.readAllBytes(other.resolve(file.getFileName()))))
            .as("first differing byte of %s", file.getFileName())
            .isEqualTo(-1);
      }
    }
  }
}
