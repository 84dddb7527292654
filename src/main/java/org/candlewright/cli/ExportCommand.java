package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.export.RunPart;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a file of a stored run again. */
@Command(
    name = "export",
    sortOptions = false,
    description = "Writes a file of a stored run: the same bytes as --out wrote.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright export my-run --what trades --out trades.csv",
      "  candlewright export my-run --what equity --from 2021-06-01 --to 2021-07-01 --out june.csv"
    })
final class ExportCommand implements Callable<Integer> {
  /** File of the run and the column that tells a row's time, by what is asked for. */
  private static final Map<String, RunPart> PARTS =
      Map.of(
          "trades", RunPart.TRADES,
          "fills", RunPart.FILLS,
          "settlements", new RunPart("settlements.csv", "time"),
          "equity", RunPart.EQUITY,
          "decisions", RunPart.DECISIONS,
          "metrics", new RunPart("metrics.json", ""),
          "ledger", new RunPart("ledger.csv", "time"),
          "daily", new RunPart("daily.csv", "day"),
          "periods", new RunPart("periods.csv", ""),
          "breakdown", new RunPart("breakdown.csv", ""));

  /** What {@code --csv} writes of the metrics: one row a metric, with its formula. */
  private static final RunPart METRIC_TABLE = new RunPart("metrics.csv", "");

  private static final List<Column<Written>> COLUMNS =
      List.of(
          Column.of("file", written -> Value.of(written.file().toString())),
          Column.of("what", written -> Value.of(written.what())),
          Column.of("bytes", written -> Value.of(written.bytes())));

  @Parameters(
      paramLabel = "RUN",
      description = "Id or name of a stored run, or a folder that --out wrote.")
  private String run = "";

  @Option(
      names = "--what",
      required = true,
      paramLabel = "WHAT",
      description =
          "trades, fills, settlements, equity, decisions, metrics (a table with --csv), ledger,"
              + " daily, periods or breakdown.")
  private String what = "";

  @Option(names = "--from", paramLabel = "TIME", description = "Rows from this time on.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "Rows before this time.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out = Path.of("");

  private final CommandContext context;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    RunPart part = context.understood(this::part);
    Period period = context.understood(this::period);
    byte[] content = new KeptFiles(context).one(run, part.file());
    if (from.isPresent() || to.isPresent()) {
      content = part.within(content, period);
    }
    OutputFiles.write(out, content);
    context.print(Listing.single(COLUMNS, new Written(out, what, content.length)));
    return ExitCode.DONE;
  }

  private RunPart part() {
    if (what.equals("metrics") && context.options().csv()) {
      return METRIC_TABLE;
    }
    List<String> names = PARTS.keySet().stream().sorted().toList();
    return Optional.ofNullable(PARTS.get(what))
        .orElseThrow(
            () ->
                new InputException(
                    "--what: '" + what + "' is no part of a run",
                    Nearest.of(what, names)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Use one of " + String.join(", ", names))));
  }

  private Period period() {
    return new Period(
        from.map(Period::parseTime).orElse(Period.ALL.fromMillis()),
        to.map(Period::parseTime).orElse(Period.ALL.toMillis()));
  }

  private record Written(Path file, String what, long bytes) {}
}
