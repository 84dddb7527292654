package org.candlewright.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.feed.ImportReport;
import org.candlewright.feed.ImportReport.Oddity;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a file of market data into the store. */
@Command(
    name = "import",
    sortOptions = false,
    header = "Stores candles, mark prices, funding or ticks from a CSV file.",
    description = {
      "Stores candles, mark prices, funding or ticks from a CSV file, plain or gzip.",
      "Separator, header names and time format are detected. A file that is wrong anywhere leaves"
          + " nothing behind; importing the same file again changes nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright import --candles btc.csv.gz --instrument binance:BTCUSDT.P --timeframe 1h",
      "  candlewright import --funding funding.csv --venue bybit --perpetual",
      "  candlewright import --ticks messages.jsonl.gz --instrument binance:BTCUSDT.P"
    })
final class ImportCommand implements Callable<Integer> {
  private static final List<Column<Oddity>> ODDITY =
      List.of(
          Column.of("line", oddity -> Value.of(oddity.line())),
          Column.of("kind", oddity -> Value.of(oddity.kind())),
          Column.of("text", oddity -> Value.of(oddity.text())));
  private static final List<Column<ImportReport>> COLUMNS =
      List.of(
          Column.of("file", report -> Value.of(report.file())),
          Column.of("rows_read", report -> Value.of(report.rowsRead())),
          Column.of("stored", report -> Value.of(report.stored())),
          Column.of("duplicates", report -> Value.of(report.duplicates())),
          Column.of("gaps", report -> Value.of(report.gaps())),
          new Column<>(
              "first_time", "first time (UTC)", report -> Value.time(report.firstMillis())),
          new Column<>("last_time", "last time (UTC)", report -> Value.time(report.lastMillis())),
          Column.of(
              "oddities", report -> new Value.Rows(Listing.of(ODDITY, report.oddities(), ""))));

  @Mixin private Source source = new Source();

  @Mixin private Target target = new Target();

  @Option(names = "--timeframe", paramLabel = "T", description = "Length of a bar: 1m, 1h, 1d, …")
  private Optional<String> timeframe = Optional.empty();

  @Option(
      names = "--tick",
      paramLabel = "T",
      description = "Smallest price step. Default: the instrument's, or the digits in the file.")
  private Optional<BigDecimal> tick = Optional.empty();

  @Option(
      names = "--lot",
      paramLabel = "L",
      description = "Smallest quantity step. Default: the instrument's, or the finest that fits.")
  private Optional<BigDecimal> lot = Optional.empty();

  @Option(
      names = "--volume-unit",
      paramLabel = "base|quote",
      description = "What volume counts. Default: base.")
  private String volumeUnit = "base";

  private final CommandContext context;

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Content content = context.understood(source::content);
    ImportOptions options = context.understood(() -> options(content));
    CsvImport csv = context.services().imports();
    BooleanSupplier cancelled = context.interruption()::requested;
    context.terminal().progress("importing " + source.file());
    ImportReport report =
        switch (content) {
          case CANDLES -> csv.bars(source.file(), options, false, cancelled);
          case MARK -> csv.bars(source.file(), options, true, cancelled);
          case FUNDING -> csv.funding(source.file(), options, cancelled);
          case TICKS -> csv.ticks(source.file(), options);
        };
    context.print(Listing.single(COLUMNS, report));
    return ExitCode.DONE;
  }

  private ImportOptions options(Content content) {
    if (content.needsTimeframe() && timeframe.isEmpty()) {
      throw new InputException(
          "--timeframe: missing", "Say how long a bar of the file is, for example --timeframe 1h");
    }
    if (target.instrument.isPresent() == target.venue.isPresent()) {
      throw new InputException(
          "--instrument: " + (target.venue.isPresent() ? "given together with --venue" : "missing"),
          "Give --instrument for a file of one instrument, or --venue for one with a symbol column");
    }
    return new ImportOptions(
        target.instrument.map(InstrumentId::parse),
        target.venue,
        target.perpetual,
        timeframe.map(Timeframe::parse),
        tick.map(value -> Decimals.aboveZero("--tick", value)),
        lot.map(value -> Decimals.aboveZero("--lot", value)),
        isQuote(volumeUnit));
  }

  private static boolean isQuote(String unit) {
    return switch (unit) {
      case "base" -> false;
      case "quote" -> true;
      default ->
          throw new InputException(
              "--volume-unit: '" + unit + "' is neither base nor quote", "Give base or quote");
    };
  }

  /** What a file holds. */
  private enum Content {
    CANDLES,
    MARK,
    FUNDING,
    TICKS;

    boolean needsTimeframe() {
      return this == CANDLES || this == MARK;
    }
  }

  /** Which kind of file; exactly one is given. */
  private static final class Source {
    @Option(names = "--candles", paramLabel = "FILE", description = "Bars of trades.")
    private Optional<Path> candles = Optional.empty();

    @Option(names = "--mark", paramLabel = "FILE", description = "Bars of the mark price.")
    private Optional<Path> mark = Optional.empty();

    @Option(names = "--funding", paramLabel = "FILE", description = "Settled funding rates.")
    private Optional<Path> funding = Optional.empty();

    @Option(
        names = "--ticks",
        paramLabel = "FILE",
        description = "Trades, best bid and ask: CSV, or messages of a venue's stream, one a line.")
    private Optional<Path> ticks = Optional.empty();

    Content content() {
      if (Stream.of(candles, mark, funding, ticks).filter(Optional::isPresent).count() != 1) {
        throw new InputException(
            "import: not exactly one file is given",
            "Give one of --candles, --mark, --funding and --ticks");
      }
      if (ticks.isPresent()) {
        return Content.TICKS;
      }
      if (candles.isPresent()) {
        return Content.CANDLES;
      }
      return mark.isPresent() ? Content.MARK : Content.FUNDING;
    }

    Path file() {
      return candles.or(() -> mark).or(() -> funding).or(() -> ticks).orElseThrow();
    }
  }

  /** Whose data it is: one instrument, or what a symbol column names at a venue. */
  private static final class Target {
    @Option(
        names = "--instrument",
        paramLabel = "I",
        description = "The file's only instrument, for example binance:BTCUSDT.P.")
    private Optional<String> instrument = Optional.empty();

    @Option(
        names = "--venue",
        paramLabel = "V",
        description = "Venue of a file whose symbol column names the instruments.")
    private Optional<String> venue = Optional.empty();

    @Option(names = "--perpetual", description = "The symbol column names perpetuals.")
    private boolean perpetual;
  }
}
