package org.candlewright.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.cli.BacktestSummary;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Pictures;
import org.candlewright.cli.Services;
import org.candlewright.cli.Terminal;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** What the program does without arguments where no window can open: the main job, on its own. */
final class HeadlessTour {
  private static final List<String> STRATEGIES = List.of("ema-crossover", "funding-carry-backtest");
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(10_000);

  /** The demo market's year without the weeks that warm up the indicators. */
  private static final Period PERIOD =
      new Period(Period.parseTime("2025-03-01"), Period.parseTime("2026-01-01"));

  private final Services services;
  private final Terminal terminal;
  private final Interruption interruption;

  HeadlessTour(Services services, Terminal terminal, Interruption interruption) {
    this.services = services;
    this.terminal = terminal;
    this.interruption = interruption;
  }

  /**
   * @param why one sentence that says why no window opens
   */
  int run(String why) {
    say(why + " The main job runs on the demo market instead.");
    say("Home: " + services.home());
    List<InstrumentId> perpetuals =
        services.market().instruments().stream()
            .filter(Instrument::simulated)
            .map(Instrument::id)
            .filter(id -> id.kind().isPerpetual())
            .toList();
    for (String strategy : STRATEGIES) {
      say("");
      backtest(strategy, perpetuals);
    }
    say("");
    pictures();
    say(
        "Both runs are stored: candlewright runs lists them, candlewright export writes their"
            + " trades, candlewright --help tells the rest.");
    return ExitCode.DONE;
  }

  private void pictures() {
    Path folder = services.home().resolve("pictures");
    say("Pictures of the window's views:");
    services
        .pictures()
        .draw(
            new Pictures.Request(
                Optional.empty(),
                Optional.of("demo " + STRATEGIES.getFirst()),
                OptionalLong.empty(),
                Optional.empty(),
                1440,
                900,
                folder))
        .forEach(file -> say("  " + file));
    say("");
  }

  private void backtest(String template, List<InstrumentId> instruments) {
    BacktestRequest request =
        new BacktestRequest(
            services.strategies().template(template).orElseThrow(),
            instruments,
            Timeframe.ONE_HOUR,
            PERIOD,
            CAPITAL,
            CostOptions.defaults(),
            RiskProfile.research(),
            false,
            "demo " + template,
            EngineSetup.DEFAULT_BLOCK);
    var run = services.archive().make(request, interruption::requested);
    new BacktestSummary(run.result()).print(terminal.out());
    terminal.out().flush();
  }

  private void say(String text) {
    terminal.out().println(text);
  }
}
