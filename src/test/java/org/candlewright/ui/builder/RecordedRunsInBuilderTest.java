package org.candlewright.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.export.RunReport;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The main job on recorded data, made in Builder as a person makes it: choose, type, run. */
class RecordedRunsInBuilderTest {
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
  private final DemoHome home = DemoHome.create();
  private final CsvImport csv = new CsvImport(home.store());

  @AfterEach
  void closeHome() {
    home.close();
  }

  private BuilderViewModel builder() {
    BuilderViewModel model =
        new BuilderViewModel(
            home.builder(new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0L)),
            (run, time, instrument) -> {});
    model.open(Optional.empty());
    return model;
  }

  @Test
  void emaCrossoverOnBitcoinIn2021() {
    InstrumentId bitcoin = InstrumentId.parse("binance:BTCUSDT.P");
    csv.bars(present("binance-usdm-BTCUSDT-1h.csv.gz"), hourly(bitcoin), false, () -> false);
    csv.funding(present("binance-BTCUSDT-funding.csv.gz"), hourly(bitcoin), () -> false);
    BuilderViewModel model = builder();
    model.strategy().templateProperty().set("ema-crossover");
    model.instruments().choose(List.of(bitcoin));
    model.setup().timeframeProperty().set("1h");
    model.setup().fromProperty().set("2021-01-01");
    model.setup().toProperty().set("2022-01-01");
    model.setup().capitalProperty().set("10000");
    RunReport report = run(model);
    assertThat(report.trades()).hasSizeGreaterThan(200);
    assertThat(report.simulated()).isFalse();
    assertThat(report.figure("net_profit").orElseThrow()).isEqualByComparingTo("3635.41057517");
    assertThat(report.figure("funding").orElseThrow()).isEqualByComparingTo("-1654.0331245");
    assertSameAsCommandLine(model, report);
  }

  @Test
  void fundingCarryOverEightPairs() {
    Path basis = present("basis_binance_1h");
    List<InstrumentId> perpetuals = new ArrayList<>();
    for (String symbol : SYMBOLS) {
      InstrumentId perpetual = InstrumentId.parse("binance:" + symbol + ".P");
      csv.bars(basis.resolve(symbol + "_perp_1h.csv.gz"), hourly(perpetual), false, () -> false);
      csv.bars(
          basis.resolve(symbol + "_spot_1h.csv.gz"), hourly(perpetual.spot()), false, () -> false);
      csv.funding(basis.resolve(symbol + "_funding.csv"), hourly(perpetual), () -> false);
      Path marks = basis.resolve(symbol + "_mark_1h.csv.gz");
      if (Files.exists(marks)) {
        csv.bars(marks, hourly(perpetual), true, () -> false);
      }
      perpetuals.add(perpetual);
    }
    BuilderViewModel model = builder();
    model.strategy().templateProperty().set("funding-carry-backtest");
    model.instruments().choose(perpetuals);
    model.setup().timeframeProperty().set("1h");
    model.setup().fromProperty().set("2020-01-01");
    model.setup().toProperty().set("2027-01-01");
    model.setup().capitalProperty().set("10000");
    RunReport report = run(model);
    assertThat(report.trades()).hasSizeGreaterThan(20);
    assertThat(report.figure("net_profit").orElseThrow().doubleValue())
        .isCloseTo(-4460.52245757, within(1e-8));
    assertThat(report.figure("funding").orElseThrow().doubleValue())
        .isCloseTo(156.56362953, within(1e-8));
    assertSameAsCommandLine(model, report);
  }

  private static RunReport run(BuilderViewModel model) {
    assertThat(model.statusProperty().get()).doesNotContain("error");
    assertThat(model.readyProperty().get()).as(model.statusProperty().get()).isTrue();
    model.run();
    return model.result().reportProperty().get().orElseThrow();
  }

  private void assertSameAsCommandLine(BuilderViewModel model, RunReport report) {
    Map<String, byte[]> inWindow = home.store().runs().find(report.runId()).orElseThrow().files();
    Map<String, byte[]> byCommand =
        home.archive().make(model.request().orElseThrow(), () -> false).files();
    for (String file : List.of("trades.csv", "fills.csv", "ledger.csv", "equity.csv")) {
      assertThat(inWindow.get(file)).as(file).isEqualTo(byCommand.get(file));
    }
  }

  private static ImportOptions hourly(InstrumentId id) {
    return ImportOptions.of(id, Optional.of(Timeframe.ONE_HOUR));
  }

  private static Path present(String name) {
    Path path = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(path), "recorded data is not here: " + path);
    return path;
  }
}
