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

/**
 * Triggers on recorded data, as a text file whose changes can be read; see {@link GoldenRunsTest}.
 */
class GoldenTriggersTest {
  private static final Path DATA = Path.of("../shared/data/candles_binance_perp_1h");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/triggers-1h-2024.txt");
  private static final List<String> SYMBOLS =
      List.of(
          "BTCUSDT",
          "ETHUSDT",
          "XRPUSDT",
          "DOGEUSDT",
          "SUIUSDT",
          "AVAXUSDT",
          "LINKUSDT",
          "AAVEUSDT",
          "UNIUSDT",
          "OMUSDT");
  private static final BigDecimal CAPITAL = new BigDecimal("10000");

  @TempDir Path folder;

  @Test
  void tenPerpetualsToTheEndOf2024GiveTheReviewedFigures() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "recorded data is not here: " + DATA);
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      for (String symbol : SYMBOLS) {
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
    lines.add("# Ten Binance USDT perpetuals, 1h, 2024-10-23 to 2025-01-01, capital 10000 USDT,");
    lines.add(
        "# templates triggers and triggers-all-signals. No funding is stored. Money in USDT.");
    lines.add(row("triggers", "trades", "net_pnl", "fees", "slippage", "drawdown"));
    for (int all = 0; all < 2; all++) {
      BacktestResult result = run(service, all);
      EngineSummary summary = result.summary();
      long net = result.trades().stream().mapToLong(Trade::net).sum();
      assertThat(result.trades()).isNotEmpty();
      assertThat(summary.capital() + net).as("equity at the end").isEqualTo(summary.equity());
      lines.add(
          row(
              all == 0 ? "by regime" : "all",
              String.valueOf(result.trades().size()),
              money(net),
              money(summary.fees()),
              money(summary.slippage()),
              String.format(
                  Locale.ROOT, "%.4f", 100.0 * summary.worstFall() / summary.worstPeak())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static BacktestResult run(BacktestService service, int all) {
    return service.run(
        service.plan(
            new BacktestRequest(
                new Strategies(Indicators.standard())
                    .template(all == 0 ? "triggers" : "triggers-all-signals")
                    .orElseThrow(),
                SYMBOLS.stream().map(GoldenTriggersTest::id).toList(),
                Timeframe.ONE_HOUR,
                new Period(Period.parseTime("2024-10-23"), Period.parseTime("2025-01-01")),
                CAPITAL,
                CostOptions.defaults(),
                RiskProfile.research(),
                false,
                "",
                EngineSetup.DEFAULT_BLOCK)),
        RunObserver.NONE,
        () -> false);
  }

  private static String money(long units) {
    return BigDecimal.valueOf(units, 8).toPlainString();
  }

  private static String row(String... cells) {
    StringBuilder line = new StringBuilder("%-28s".formatted(cells[0]));
    for (int i = 1; i < cells.length; i++) {
      line.append(String.format(Locale.ROOT, " %16s", cells[i]));
    }
    return line.toString();
  }
}
