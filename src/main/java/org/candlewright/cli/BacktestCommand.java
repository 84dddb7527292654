package org.candlewright.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.Magnifier;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.export.RunArchive.KeptRun;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.StrategyDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a strategy over stored data. */
@Command(
    name = "backtest",
    sortOptions = false,
    description = "Runs a strategy over stored data and stores the run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright backtest --strategy ema-crossover --instruments binance:BTCUSDT.P \\",
      "      --from 2021-01-01 --to 2022-01-01 --capital 10000 --out results",
      "  candlewright backtest --strategy funding-carry-backtest --instruments 'binance:*.P' \\",
      "      --from 2025-06-01 --to 2026-05-01 --capital 10000 --fees binance-vip0 --json"
    })
final class BacktestCommand implements Callable<Integer> {
  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "FILE|NAME",
      description = "A strategy file or the name of a template.")
  private String strategy = "";

  @Option(
      names = "--instruments",
      required = true,
      paramLabel = "LIST",
      description = "Names with commas, wildcards such as 'binance:*USDT.P', or all.")
  private String instruments = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "First instant, date or ISO-8601, UTC.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "TIME", description = "End, exclusive.")
  private String to = "";

  @Option(
      names = "--capital",
      required = true,
      paramLabel = "N",
      description = "Money at the start, in the quote currency.")
  private BigDecimal capital = BigDecimal.ZERO;

  @Option(
      names = "--timeframe",
      paramLabel = "T",
      description = "Bars that the strategy decides on. Default: 1h.")
  private String timeframe = "1h";

  @Option(
      names = "--magnify",
      paramLabel = "T|auto|off",
      description =
          "Finer stored bars that are walked inside each bar: of a timeframe, the finest, or none."
              + " Default: off.")
  private String magnify = "off";

  @Mixin private CostArguments costs = new CostArguments();

  @Option(names = "--name", paramLabel = "TEXT", description = "Name to store the run under.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the files of the run.")
  private Optional<Path> out = Optional.empty();

  private final CommandContext context;

  BacktestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Plan plan = context.understood(this::plan);
    out.ifPresent(OutputFiles::checkWritable);
    StrategyDefinition definition =
        new StrategySource(context.services().strategies()).find(strategy);
    BacktestRequest request =
        new BacktestRequest(
            definition,
            chosen(definition),
            plan.timeframe(),
            plan.period(),
            capital,
            plan.costs(),
            costs.risk("research"),
            costs.keepOpen(),
            name.orElse(""),
            EngineSetup.DEFAULT_BLOCK,
            plan.fills(),
            plan.warmUp(),
            plan.magnifier());
    context.terminal().progress("running " + strategy);
    KeptRun run = context.services().archive().make(request, context.interruption()::requested);
    context.terminal().progressDone();
    out.ifPresent(folder -> OutputFiles.writeAll(folder, run.files()));
    print(run.result());
    return ExitCode.DONE;
  }

  private void print(BacktestResult result) {
    if (context.options().forPeople()) {
      new BacktestSummary(result).print(context.terminal().out());
    } else {
      context.print(RunListing.of(result));
    }
  }

  private Plan plan() {
    Decimals.aboveZero("--capital", capital);
    return new Plan(
        OptionValue.of("--timeframe", timeframe, Timeframe::parse),
        new Period(
            OptionValue.of("--from", from, Period::parseTime),
            OptionValue.of("--to", to, Period::parseTime)),
        costs.costs(),
        costs.fills(),
        costs.warmUp(),
        Magnifier.parse(magnify));
  }

  /** Wildcards mean what the strategy can trade: for a carry perpetuals whose spot is stored. */
  private List<InstrumentId> chosen(StrategyDefinition definition) {
    List<InstrumentId> known =
        context.services().market().instruments().stream().map(Instrument::id).toList();
    return InstrumentSelection.of(instruments, known, id -> definition.legs().canTrade(id, known));
  }

  /** What can be said from the arguments alone. */
  private record Plan(
      Timeframe timeframe,
      Period period,
      CostOptions costs,
      FillRules fills,
      boolean warmUp,
      Magnifier magnifier) {}
}
