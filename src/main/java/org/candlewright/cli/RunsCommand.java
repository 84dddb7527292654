package org.candlewright.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.candlewright.backtest.RunStore.Summary;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import picocli.CommandLine.Command;

/** Lists stored runs. */
@Command(
    name = "runs",
    sortOptions = false,
    description = "Lists the runs that are stored, the latest first.",
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright runs", "  candlewright runs --json"})
final class RunsCommand implements Callable<Integer> {
  private static final List<Column<Summary>> COLUMNS =
      List.of(
          Column.of("id", run -> Value.of(run.id())),
          Column.of("name", run -> Value.of(run.name())),
          Column.of("mode", run -> Value.of(run.mode())),
          Column.of("strategy", run -> Value.of(run.strategy())),
          Column.of(
              "instruments",
              run -> Value.shortened(run.instruments(), shortList(run.instruments()))),
          new Column<>("period", "period (UTC)", run -> Value.shortened(period(run), days(run))),
          Column.of("net_profit", run -> Value.rounded(run.netProfit(), 2)),
          Column.of("trades", run -> Value.of(run.trades())));

  private final CommandContext context;

  RunsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.print(
        Listing.of(
            COLUMNS,
            context.services().runs().summaries(),
            "No run is stored. Make one: candlewright backtest --help."));
    return ExitCode.DONE;
  }

  private static String shortList(String instruments) {
    String[] names = instruments.split(",", -1);
    return names.length <= 2 ? instruments : names[0] + " and " + (names.length - 1) + " more";
  }

  private static String days(Summary run) {
    return period(run).replace("T00:00:00Z", "").replace("/", " to ");
  }

  /** An ISO-8601 interval, start and end. */
  private static String period(Summary run) {
    return Instant.ofEpochMilli(run.fromMillis()) + "/" + Instant.ofEpochMilli(run.toMillis());
  }
}
