package org.candlewright.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs on recorded data, as a text file whose changes can be read; see {@link GoldenRunsTest}. */
class GoldenPairsTest {
  private static final Path DATA = Path.of("../shared/data/candles_binance_perp_1h");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/pairs-1h-to-2025-06.txt");
  private static final List<List<String>> RUNS =
      List.of(
          List.of("BTCUSDT", "ETHUSDT"),
          List.of("OPUSDT", "ARBUSDT"),
          List.of("DOTUSDT", "FILUSDT"),
          List.of("SANDUSDT", "UNIUSDT"),
          List.of("BTCUSDT", "ETHUSDT", "OPUSDT", "ARBUSDT", "DOTUSDT", "FILUSDT"));
  private static final BigDecimal CAPITAL = new BigDecimal("10000");

  @TempDir Path folder;

  @Test
  void pairsOfPerpetualsToTheMiddleOf2025GiveTheReviewedFigures() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "recorded data is not here: " + DATA);
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      TreeSet<String> symbols = new TreeSet<>();
      RUNS.forEach(symbols::addAll);
      for (String symbol : symbols) {
        csv.bars(
            DATA.resolve(symbol + "_1h.csv.gz"),
            ImportOptions.of(id(symbol), Optional.of(Timeframe.ONE_HOUR)),
            false,
            () -> false);
      }
      String found = table(new BacktestService(store, new Strategies(Indicators.standard())));
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(GOLDEN, found);
      }
      assertThat(found)
          .as("if the change is meant, write it with -Dgolden.write=true and review the diff")
          .isEqualTo(Files.readString(GOLDEN));
    }
  }

  private static InstrumentId id(String symbol) {
    return InstrumentId.parse("binance:" + symbol + ".P");
  }

  private static String table(BacktestService service) {
    List<String> lines = new ArrayList<>();
    lines.add("# Binance USDT perpetuals, 1h, 2024-10-23 to 2025-07-01, capital 10000 USDT,");
    lines.add("# template pairs. No funding is stored. Money in USDT, drawdown in percent.");
    lines.add(GoldenText.row("legs", "trades", "net_pnl", "fees", "slippage", "drawdown"));
    for (List<String> legs : RUNS) {
      BacktestResult result = run(service, legs);
      EngineSummary summary = result.summary();
      long net = result.trades().stream().mapToLong(Trade::net).sum();
      assertThat(result.trades()).as(legs.toString()).isNotEmpty();
      assertThat(result.trades()).allMatch(trade -> trade.second().isPresent());
      assertThat(summary.capital() + net).as("equity at the end").isEqualTo(summary.equity());
      lines.add(
          GoldenText.row(
              String.join("/", legs).replace("USDT", ""),
              String.valueOf(result.trades().size()),
              GoldenText.money(net),
              GoldenText.money(summary.fees()),
              GoldenText.money(summary.slippage()),
              String.format(
                  Locale.ROOT, "%.4f", 100.0 * summary.worstFall() / summary.worstPeak())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static BacktestResult run(BacktestService service, List<String> legs) {
    return service.run(
        service.plan(
            new BacktestRequest(
                new Strategies(Indicators.standard()).template("pairs").orElseThrow(),
                legs.stream().map(GoldenPairsTest::id).toList(),
                Timeframe.ONE_HOUR,
                new Period(Period.parseTime("2024-10-23"), Period.parseTime("2025-07-01")),
                CAPITAL,
                CostOptions.defaults(),
                RiskProfile.research(),
                false,
                "",
                EngineSetup.DEFAULT_BLOCK)),
        RunObserver.NONE,
        () -> false);
  }
}
