package org.candlewright.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candlewright.analytics.TradeLabels;
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
 * Triggers, weighted signals and carry on recorded data, as text files whose changes can be read;
 * see {@link GoldenRunsTest}. The carry starts a month after its data, so that turnover before the
 * start tells the tiers; the presets that ask for more than these calm rates give make no trade.
 */
class GoldenSignalsTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final long MOST_DUST = 500_000_000L; // 5 USDT

  private static final BigDecimal CAPITAL = new BigDecimal("10000");

  @TempDir Path folder;

  @Test
  void triggersAndWeightedSignalsToTheEndOf2024GiveTheReviewedFigures() throws IOException {
    Path bars = present("candles_binance_perp_1h");
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      List<InstrumentId> ids = new ArrayList<>();
      try (Stream<Path> files = Files.list(bars)) {
        for (Path file : files.filter(GoldenSignalsTest::hourly).sorted().toList()) {
          InstrumentId id = id(file, "_1h", ".P");
          csv.bars(file, options(id), false, () -> false);
          if (store.bars(id, Timeframe.ONE_HOUR, period("2024-10-23", "2025-01-01")).size() > 0) {
            ids.add(id);
          }
        }
      }
      compare(
          "signals-1h-2024.txt",
          table(
              store,
              List.of("triggers", "triggers-all-signals", "weighted-signals"),
              ids,
              period("2024-10-23", "2025-01-01")));
    }
  }

  @Test
  void carryOnEightPerpetualsWithTheirSpotGivesTheReviewedFigures() throws IOException {
    Path data = present("basis_binance_1h");
    try (Store store = Store.open(folder.resolve("home"))) {
      CsvImport csv = new CsvImport(store);
      List<InstrumentId> ids = new ArrayList<>();
      try (Stream<Path> files = Files.list(data)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.contains("_perp_1h")) {
            ids.add(id(file, "_perp", ".P"));
            csv.bars(file, options(ids.getLast()), false, () -> false);
          } else if (name.contains("_spot_1h")) {
            csv.bars(file, options(id(file, "_spot", "")), false, () -> false);
          } else if (name.contains("_mark_1h")) {
            csv.bars(file, options(id(file, "_mark", ".P")), true, () -> false);
          } else if (name.contains("_funding")) {
            csv.funding(file, options(id(file, "_funding", ".P")), () -> false);
          }
        }
      }
      compare(
          "carry-1h-2025-2026.txt",
          table(
              store,
              List.of(
                  "funding-carry",
                  "funding-carry-aggressive",
                  "funding-carry-backtest",
                  "funding-carry-balanced",
                  "funding-carry-composite",
                  "funding-carry-conservative"),
              ids,
              period("2025-06-01", "2026-05-14")));
    }
  }

  private static boolean hourly(Path file) {
    return file.getFileName().toString().endsWith("_1h.csv.gz");
  }

  private static InstrumentId id(Path file, String end, String mark) {
    String name = file.getFileName().toString();
    return InstrumentId.parse("binance:" + name.substring(0, name.indexOf(end)) + mark);
  }

  private static ImportOptions options(InstrumentId id) {
    return ImportOptions.of(id, Optional.of(Timeframe.ONE_HOUR));
  }

  private static Path present(String name) {
    Path path = DATA.resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(path), "recorded data is not here: " + path);
    return path;
  }

  private static Period period(String from, String to) {
    return new Period(Period.parseTime(from), Period.parseTime(to));
  }

  private static void compare(String file, String found) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, found);
    }
    assertThat(found)
        .as("if the change is meant, write it with -Dgolden.write=true and review the diff")
        .isEqualTo(Files.readString(golden));
  }

  private static String table(
      Store store, List<String> templates, List<InstrumentId> ids, Period period) {
    BacktestService service = new BacktestService(store, new Strategies(Indicators.standard()));
    List<String> lines = new ArrayList<>();
    lines.add("# " + ids.size() + " Binance USDT perpetuals together, 1h, capital 10000 USDT,");
    lines.add("# templates with their defaults. Money in USDT, drawdown in percent of the peak.");
    lines.add(
        GoldenText.row(
            "strategy",
            "trades",
            "net_pnl",
            "fees",
            "funding",
            "slippage",
            "drawdown",
            "most_open"));
    for (String template : templates) {
      BacktestResult result = run(service, template, ids, period);
      EngineSummary summary = result.summary();
      long net = result.trades().stream().mapToLong(Trade::net).sum();
      // What lies between is the change in worth of the dust that fees in coin leave.
      assertThat(summary.equity())
          .as("equity at the end")
          .isCloseTo(summary.capital() + net, within(MOST_DUST));
      for (Trade trade : result.trades()) {
        // The result is known only with the fees: ORIGINS 002 once reckoned it before them.
        assertThat(trade.net())
            .isEqualTo(
                trade.edge()
                    + trade.funding()
                    - trade.entryFee()
                    - trade.exitFee()
                    - trade.slippage());
        assertThat(trade.entryFee() + trade.exitFee()).isPositive();
      }
      everyTradeIsAllowedInItsRegime(template, result);
      lines.add(
          GoldenText.row(
              template,
              String.valueOf(result.trades().size()),
              GoldenText.money(net),
              GoldenText.money(summary.fees()),
              GoldenText.money(summary.funding()),
              GoldenText.money(summary.slippage()),
              String.format(Locale.ROOT, "%.4f", 100.0 * summary.worstFall() / summary.worstPeak()),
              String.valueOf(mostOpen(result.trades()))));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void everyTradeIsAllowedInItsRegime(String template, BacktestResult result) {
    Map<String, String> allowed =
        Map.of(
            "trend", "momentum_(up|down)|price_move_.*|breakout|volume_spike|trend_follow",
            "chop", "mean_reversion_.*|fade_spike_.*");
    for (Trade trade : result.trades()) {
      TradeLabels labels = result.view().trades().labels();
      String regime = labels.regime(trade.id());
      if (template.equals("triggers")) {
        assertThat(allowed).containsKey(regime);
        assertThat(labels.signal(trade.id())).matches(allowed.get(regime));
        assertThat(trade.first().conviction()).isBetween(0.3, 1.0);
      } else if (!template.startsWith("triggers")) {
        assertThat(regime).as("regime of " + template).isEqualTo("none");
      }
    }
  }

  /** The most trades open at one instant; one that closes there is no longer open. */
  private static int mostOpen(List<Trade> trades) {
    TreeMap<Long, Integer> changes = new TreeMap<>();
    for (Trade trade : trades) {
      changes.merge(trade.first().entryMillis(), 1, Integer::sum);
      changes.merge(trade.first().exitMillis(), -1, Integer::sum);
    }
    int open = 0;
    int most = 0;
    for (int change : changes.values()) {
      open += change;
      most = Math.max(most, open);
    }
    return most;
  }

  private static BacktestResult run(
      BacktestService service, String template, List<InstrumentId> ids, Period period) {
    return service.run(
        service.plan(
            new BacktestRequest(
                new Strategies(Indicators.standard()).template(template).orElseThrow(),
                ids,
                Timeframe.ONE_HOUR,
                period,
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
