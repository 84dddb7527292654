package org.candlewright.app;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Services;
import org.candlewright.cli.Terminal;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** What the program does without arguments where no window can open: the main job, on its own. */
final class HeadlessTour {
  private static final List<String> SHOWN =
      List.of(
          "net_profit",
          "return",
          "trades",
          "win_rate",
          "fees",
          "funding",
          "slippage",
          "max_drawdown",
          "sharpe_ratio");

  private final Services services;
  private final Terminal terminal;

  HeadlessTour(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  int run() {
    terminal
        .out()
        .println(
            "No window opens here, so the main job runs on the demo market instead:"
                + " simulated prices, home "
                + services.home()
                + ".");
    List<InstrumentId> perpetuals =
        services.market().instruments().stream()
            .filter(Instrument::simulated)
            .map(Instrument::id)
            .filter(id -> id.kind().isPerpetual())
            .toList();
    backtest("ema-crossover", perpetuals);
    backtest("funding-carry-backtest", perpetuals);
    terminal
        .out()
        .println(
            "Both runs are stored: `candlewright runs` lists them,"
                + " `candlewright export` writes their trades.");
    return ExitCode.DONE;
  }

  private void backtest(String template, List<InstrumentId> instruments) {
    var run =
        services
            .archive()
            .make(
                new BacktestRequest(
                    services.strategies().template(template).orElseThrow(),
                    instruments,
                    Timeframe.ONE_HOUR,
                    new Period(Period.parseTime("2025-03-01"), Period.parseTime("2026-01-01")),
                    BigDecimal.valueOf(10_000),
                    CostOptions.defaults(),
                    "research",
                    false,
                    "demo " + template,
                    EngineSetup.DEFAULT_BLOCK),
                () -> false);
    Map<String, Optional<BigDecimal>> figures = run.result().metrics().all();
    terminal.out().println();
    terminal
        .out()
        .println(
            template
                + " on "
                + instruments.size()
                + " simulated perpetuals, March to December 2025, 10,000 USDT:");
    for (String name : SHOWN) {
      terminal
          .out()
          .println(
              "  "
                  + name.replace('_', ' ')
                  + ": "
                  + figures
                      .getOrDefault(name, Optional.empty())
                      .map(BigDecimal::toPlainString)
                      .orElse("undefined"));
    }
  }
}
