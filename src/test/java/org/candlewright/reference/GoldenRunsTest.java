package org.candlewright.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.candlewright.engine.Reasons;
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
 * The library on recorded data: what each strategy made of six hourly perpetuals in two years, as a
 * text file whose changes can be read. {@code -Dgolden.write=true} writes it anew.
 */
class GoldenRunsTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/library-1h-2021-2022.txt");
  private static final List<String> COINS = List.of("AVAX", "BNB", "BTC", "ETH", "LINK", "SOL");
  private static final List<String> LIBRARY =
      List.of(
          "rsi-mean-reversion",
          "bollinger-bands",
          "rsi-momentum",
          "stochastic-momentum",
          "ema-crossover",
          "ema-crossover-stops",
          "macd-trend",
          "triple-ema",
          "atr-breakout",
          "donchian-breakout",
          "dca",
          "grid");
  private static final BigDecimal CAPITAL = new BigDecimal("10000");

  @TempDir Path folder;

  @Test
  void theLibraryOnSixPerpetualsIn2021And2022GivesTheReviewedFigures() throws IOException {
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      for (String coin : COINS) {
        ImportOptions options = ImportOptions.of(id(coin), Optional.of(Timeframe.ONE_HOUR));
        csv.bars(present("binance-usdm-" + coin + "USDT-1h.csv.gz"), options, false, () -> false);
        Path funding = DATA.resolve("binance-" + coin + "USDT-funding.csv.gz");
        if (Files.exists(funding)) {
          csv.funding(funding, options, () -> false);
        }
      }
      String found = table(new BacktestService(store, new Strategies(Indicators.standard())));
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(GOLDEN, found, StandardCharsets.UTF_8);
      }
      assertThat(found)
          .as("if the change is meant, write it with -Dgolden.write=true and review the diff")
          .isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }
  }

  private static InstrumentId id(String coin) {
    return InstrumentId.parse("binance:" + coin + "USDT.P");
  }

  private static Path present(String name) {
    Path file = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "recorded data is not here: " + name);
    return file;
  }

  private static String table(BacktestService service) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Binance USDT perpetuals, 1h, 2021 and 2022, capital 10000 USDT, template defaults.");
    lines.add(
        "# Funding where recorded (BTC, ETH). Money in USDT, drawdown in percent of the peak.");
    lines.add(
        row("strategy", "coin", "trades", "net_pnl", "fees", "funding", "drawdown", "liquidated"));
    Strategies strategies = new Strategies(Indicators.standard());
    for (String name : LIBRARY) {
      for (String coin : COINS) {
        BacktestResult result =
            service.run(
                service.plan(
                    new BacktestRequest(
                        strategies.template(name).orElseThrow(),
                        List.of(id(coin)),
                        Timeframe.ONE_HOUR,
                        new Period(Period.parseTime("2021-01-01"), Period.parseTime("2023-01-01")),
                        CAPITAL,
                        CostOptions.defaults(),
                        RiskProfile.research(),
                        false,
                        "",
                        EngineSetup.DEFAULT_BLOCK)),
                RunObserver.NONE,
                () -> false);
        assertThat(result.trades()).as(name + " on " + coin).isNotEmpty();
        lines.add(row(name, coin, result));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String row(String name, String coin, BacktestResult result) {
    EngineSummary summary = result.summary();
    long net = result.trades().stream().mapToLong(Trade::net).sum();
    assertThat(summary.capital() + net).as("equity at the end").isEqualTo(summary.equity());
    return row(
        name,
        coin,
        String.valueOf(result.trades().size()),
        money(net),
        money(summary.fees()),
        money(summary.funding()),
        String.format(Locale.ROOT, "%.4f", 100.0 * summary.worstFall() / summary.worstPeak()),
        String.valueOf(
            result.trades().stream()
                .filter(trade -> trade.first().exitReason() == Reasons.LIQUIDATION)
                .count()));
  }

  /** Units of 1e-8 as a plain amount. */
  private static String money(long units) {
    return BigDecimal.valueOf(units, 8).toPlainString();
  }

  private static String row(String... cells) {
    StringBuilder line = new StringBuilder("%-20s %-5s".formatted(cells[0], cells[1]));
    for (int i = 2; i < cells.length; i++) {
      line.append(String.format(Locale.ROOT, " %18s", cells[i]));
    }
    return line.toString();
  }
}
