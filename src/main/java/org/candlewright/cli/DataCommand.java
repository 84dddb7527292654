package org.candlewright.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.candlewright.backtest.MarketStore.StoredSeries;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.market.Timeframe;
import picocli.CommandLine.Command;

/** Lists what market data is stored. */
@Command(
    name = "data",
    sortOptions = false,
    description = "Lists the market data that is stored.",
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright data", "  candlewright data --csv > data.csv"})
final class DataCommand implements Callable<Integer> {
  private static final List<Column<StoredSeries>> COLUMNS =
      List.of(
          Column.of("instrument", series -> Value.of(series.instrument().toString())),
          Column.of(
              "timeframe", series -> Value.ofText(series.timeframe().map(Timeframe::toString))),
          Column.of("rows", series -> Value.of(series.rows())),
          new Column<>("first", "first (UTC)", series -> Value.time(series.firstMillis())),
          new Column<>("last", "last (UTC)", series -> Value.time(series.lastMillis())),
          Column.of("gaps", series -> Value.of(series.gaps())),
          Column.of("source", series -> Value.of(series.source())),
          Column.of("what", series -> Value.of(series.what())));

  private final CommandContext context;

  DataCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.print(
        Listing.of(
            COLUMNS,
            context.services().market().contents(),
            "No market data is stored. Import some: candlewright import --help."));
    return ExitCode.DONE;
  }
}
