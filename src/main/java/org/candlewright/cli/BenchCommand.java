package org.candlewright.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.candlewright.market.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs benchmarks. */
@Command(
    name = "bench",
    sortOptions = false,
    description = "Runs the benchmarks, all or some by name, and prints value, unit and ratios.",
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright bench", "  candlewright bench backtest_ema_1m load_bars --json"})
final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Benchmarks to run. Default: all.")
  private List<String> names = List.of();

  private final CommandContext context;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    throw new InputException(
        "bench: benchmarks compare with libraries that the packaged program does not carry",
        "Run them from the source folder: mvn -q -Pbench verify"
            + (names.isEmpty() ? "" : " -Dbench=" + String.join(",", names)));
  }
}
