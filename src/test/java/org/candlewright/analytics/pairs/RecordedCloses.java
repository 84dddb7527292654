package org.candlewright.analytics.pairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Timeframe;

/** Closing prices of the recorded candle files, read plainly. */
final class RecordedCloses {
  private static final Path DATA = Path.of("..", "shared", "data");

  private RecordedCloses() {}

  static Path folder(String timeframe) {
    return DATA.resolve("candles_binance_perp_" + timeframe);
  }

  /** Every series of a timeframe by its symbol. */
  static Map<String, PriceSeries> of(String timeframe) {
    Map<String, PriceSeries> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder(timeframe))) {
      for (Path file : files.toList()) {
        String symbol = file.getFileName().toString().split("_")[0];
        all.put(symbol, series(symbol, Timeframe.parse(timeframe), file));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PriceSeries series(String symbol, Timeframe timeframe, Path file)
      throws IOException {
    List<String> lines;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines = reader.lines().skip(1).toList();
    }
    long[] times = new long[lines.size()];
    double[] closes = new double[lines.size()];
    for (int i = 0; i < times.length; i++) {
      String[] fields = lines.get(i).split(",");
      times[i] = Long.parseLong(fields[0]);
      closes[i] = Double.parseDouble(fields[4]);
    }
    return PriceSeries.of(
        new InstrumentId("binance", symbol, InstrumentKind.LINEAR_PERPETUAL),
        timeframe,
        times,
        closes,
        PriceForm.LOG);
  }
}
