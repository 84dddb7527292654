package org.candlewright.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candlewright.analytics.comparison.ListComparison;
import org.candlewright.analytics.comparison.PairChecks;
import org.candlewright.analytics.comparison.PairChecks.PnlBasis;
import org.candlewright.analytics.comparison.TradeList;
import org.candlewright.analytics.comparison.ZoneDetection;
import org.candlewright.cli.output.Listing;
import org.candlewright.export.RunTrades;
import org.candlewright.feed.TradingViewList;
import org.candlewright.market.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays a run beside an exported list of trades. */
@Command(
    name = "compare",
    sortOptions = false,
    description =
        "Compares a run with a list of trades that TradingView exported, trade by trade: side,"
            + " quantity, times, prices within a tick, P&L within 0.01.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright compare my-run --tradingview list.csv",
      "  candlewright compare results --tradingview list.csv.gz --zone UTC+8 \\",
      "      --rates usdt-usd-daily.csv --json"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      description = "Id or name of a stored run, or a folder that --out wrote.")
  private String run = "";

  @Option(
      names = "--tradingview",
      required = true,
      paramLabel = "LIST.csv",
      description = "The exported list of trades, plain or gzip.")
  private Path list = Path.of("");

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Zone of the list's wall clock: UTC, UTC+8, America/New_York, or auto (the one in which"
              + " most entries are the run's). Default: auto.")
  private String zone = "auto";

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description =
          "Daily closes (day,close) of the run's currency in the list's, to convert P&L by the"
              + " close of the day before the exit.")
  private Optional<Path> rates = Optional.empty();

  private final CommandContext context;

  CompareCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<ZoneId> given = context.understood(this::zone);
    RunTrades ours = RunTrades.read(new KeptFiles(context).all(run));
    TradeList wallClock = TradingViewList.read(list);
    ZoneId used =
        given
            .or(() -> ZoneDetection.detect(wallClock, ours.trades(), ours.tick()))
            .orElse(ZoneOffset.UTC);
    TradeList theirs = wallClock.fromZone(used);
    PairChecks checks = new PairChecks(ours.tick(), basis(ours, theirs));
    ListComparison comparison = ListComparison.of(theirs, ours.trades(), checks);
    ComparisonReport report = new ComparisonReport(list, ours, theirs, used, checks, comparison);
    if (context.options().csv()) {
      context.print(Listing.of(ComparisonReport.PAIRS, comparison.pairs(), "no trades"));
    } else {
      context.print(Listing.single(report.columns(), comparison));
    }
    return ExitCode.DONE;
  }

  private PnlBasis basis(RunTrades ours, TradeList theirs) {
    if (rates.isPresent()) {
      return new PnlBasis.Converted(TradingViewList.rates(rates.get()));
    }
    return ours.currency().equals(theirs.pnlCurrency())
        ? new PnlBasis.Same()
        : new PnlBasis.FromPrices();
  }

  private Optional<ZoneId> zone() {
    if (zone.equals("auto")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new InputException(
          "--zone: '" + zone + "' is no time zone",
          "Use auto, UTC, an offset such as UTC+8, or a name such as America/New_York");
    }
  }
}
