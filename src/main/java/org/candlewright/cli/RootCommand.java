package org.candlewright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, when no command is named. */
@Command(
    name = "candlewright",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    description = {
      "Tests rule-based strategies on bars and funding of spot and perpetual markets.",
      "Without arguments it opens the window."
    },
    optionListHeading = "%nOptions of every command:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright import --candles btc.csv.gz --instrument binance:BTCUSDT.P --timeframe 1h",
      "  candlewright backtest --strategy ema-crossover --instruments binance:BTCUSDT.P \\",
      "      --from 2021-01-01 --to 2022-01-01 --capital 10000 --out results"
    })
final class RootCommand implements Runnable {
  @Mixin private final GlobalOptions options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  RootCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing. candlewright --help lists them.");
  }
}
