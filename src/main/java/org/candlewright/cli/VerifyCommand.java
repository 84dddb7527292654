package org.candlewright.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candlewright.backtest.RunDocument;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a stored run again and compares. */
@Command(
    name = "verify",
    sortOptions = false,
    header = "Runs a stored run again and compares byte for byte.",
    description =
        "Runs a stored run again from its own data and compares decisions, fills and ledger byte for"
            + " byte.",
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright verify my-run", "  candlewright verify results --json"})
final class VerifyCommand implements Callable<Integer> {
  private static final List<Column<Verdict>> COLUMNS =
      List.of(
          Column.of("run", verdict -> Value.of(verdict.run())),
          Column.of("identical", verdict -> Value.of(verdict.difference().isEmpty())),
          Column.of("difference", verdict -> Value.ofText(verdict.difference())));

  @Parameters(
      paramLabel = "RUN",
      description = "Id or name of a stored run, or a folder that --out wrote.")
  private String run = "";

  private final CommandContext context;

  VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, byte[]> files = new KeptFiles(context).all(run);
    RunDocument document = RunDocument.parse(files.getOrDefault("run.json", new byte[0]));
    Optional<String> difference =
        context.services().archive().difference(files, context.interruption()::requested);
    if (difference.isEmpty() && document.ofSession()) {
      difference = context.services().trading().disagreement(document.runId());
    }
    if (context.options().forPeople()) {
      context.terminal().progressDone();
      context.terminal().out().println(difference.orElse("identical"));
    } else {
      context.print(Listing.single(COLUMNS, new Verdict(run, difference)));
    }
    return difference.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private record Verdict(String run, Optional<String> difference) {}
}
