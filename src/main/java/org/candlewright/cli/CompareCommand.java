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
import org.candlewright.export.ComparableRun;
import org.candlewright.export.RunTrades;
import org.candlewright.feed.TradingViewList;
import org.candlewright.market.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays a run beside another, or beside an exported list of trades. */
@Command(
    name = "compare",
    sortOptions = false,
    header = "Compares two runs, or a run with TradingView's list of trades.",
    description =
        "Compares two runs: first diverging decision, metrics, and the gap in profit by cause. Or"
            + " compares a run with a list of trades that TradingView exported, trade by trade:"
            + " side, quantity, times, prices within a tick, P&L within 0.01.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright compare my-run other-run",
      "  candlewright compare results --tradingview list.csv.gz --zone UTC+8 \\",
      "      --rates usdt-usd-daily.csv --json"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Id or name of a stored run, or a folder that --out wrote.")
  private String run = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Another run: what it does differently, and what that cost or earned.")
  private Optional<String> other = Optional.empty();

  @Option(
      names = "--tradingview",
      paramLabel = "LIST.csv",
      description = "An exported list of trades, plain or gzip, instead of another run.")
  private Optional<Path> list = Optional.empty();

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
    if (list.isPresent() == other.isPresent()) {
      throw new UsageException(
          new InputException(
              "compare: it takes a run and either another run or --tradingview",
              "Write candlewright compare RUN RUN, or compare RUN --tradingview LIST.csv"));
    }
    other.ifPresentOrElse(this::compareRuns, () -> compareList(list.orElseThrow()));
    return ExitCode.DONE;
  }

  private void compareRuns(String second) {
    KeptFiles files = new KeptFiles(context);
    RunComparisonReport report =
        RunComparisonReport.of(
            ComparableRun.read(files.all(run)), ComparableRun.read(files.all(second)));
    if (context.options().csv()) {
      context.print(report.metrics());
    } else {
      context.print(report.whole());
    }
  }

  private void compareList(Path file) {
    Optional<ZoneId> given = context.understood(this::zone);
    RunTrades ours = RunTrades.read(new KeptFiles(context).all(run));
    TradeList wallClock = TradingViewList.read(file);
    ZoneId used =
        given
            .or(() -> ZoneDetection.detect(wallClock, ours.trades(), ours.tick()))
            .orElse(ZoneOffset.UTC);
    TradeList theirs = wallClock.fromZone(used);
    PairChecks checks = new PairChecks(ours.tick(), basis(ours, theirs));
    ListComparison comparison = ListComparison.of(theirs, ours.trades(), checks);
    ComparisonReport report = new ComparisonReport(file, ours, theirs, used, checks, comparison);
    if (context.options().csv()) {
      context.print(Listing.of(ComparisonReport.PAIRS, comparison.pairs(), "no trades"));
    } else {
      context.print(Listing.single(report.columns(), comparison));
    }
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
