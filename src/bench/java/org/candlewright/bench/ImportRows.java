package org.candlewright.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.feed.ImportReport;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Timeframe;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.RunnerException;

/** A CSV file of candles into an empty store, checks, commit and all. */
@State(Scope.Benchmark)
public class ImportRows {
  private static final int ROWS = 500_000;

  private final InstrumentData data = MinuteMarket.of(ROWS);
  private final Path file = write(data.bars());
  private Optional<TemporaryHome> home = Optional.empty();

  private static Path write(BarSeries bars) {
    try {
      Path file = Files.createTempFile("candlewright-bench", ".csv");
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        out.write("open_time_ms,open,high,low,close,volume\n");
        for (int i = 0; i < bars.size(); i++) {
          out.write(bars.openTime(i) + ",");
          out.write(price(bars, bars.opens()[i]) + price(bars, bars.highs()[i]));
          out.write(price(bars, bars.lows()[i]) + price(bars, bars.closes()[i]));
          out.write(bars.volumes()[i] + "\n");
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String price(BarSeries bars, long ticks) {
    return bars.tick().multiply(java.math.BigDecimal.valueOf(ticks)).toPlainString() + ",";
  }

  @Setup(Level.Invocation)
  public void open() throws IOException {
    home = Optional.of(new TemporaryHome());
  }

  @TearDown(Level.Invocation)
  public void close() throws IOException {
    home.orElseThrow().close();
  }

  @TearDown
  public void remove() throws IOException {
    Files.delete(file);
  }

  @org.openjdk.jmh.annotations.Benchmark
  public ImportReport load() {
    return new CsvImport(home.orElseThrow().store())
        .bars(
            file,
            ImportOptions.of(data.instrument().id(), Optional.of(Timeframe.ONE_MINUTE)),
            false,
            () -> false);
  }

  /** Its entry in the list. */
  static final class Measured implements Benchmark {
    @Override
    public String name() {
      return "import_rows";
    }

    @Override
    public Figure measure() throws RunnerException {
      double nanos = JmhRun.medianNanos(ImportRows.class);
      return Figures.of(
          name(),
          ROWS / nanos * 1e9,
          "rows/s",
          Map.of(),
          "%,d rows of a plain CSV file into an empty home, with all checks, committed; JMH"
              .formatted(ROWS));
    }
  }
}
