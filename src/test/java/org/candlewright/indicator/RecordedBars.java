package org.candlewright.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Assumptions;

/** Recorded bars from outside the project; a test that finds none skips and says so. */
final class RecordedBars {
  private static final int DIGITS = 6;

  private RecordedBars() {}

  /** The first bars of a file with the columns time, open, high, low, close, volume. */
  static BarSeries read(String name, Timeframe timeframe, int most) {
    Path folder =
        Path.of(
            System.getProperty(
                "CANDLEWRIGHT_DATA",
                System.getenv().getOrDefault("CANDLEWRIGHT_DATA", "../shared/data")));
    Path file = folder.resolve(name);
    Assumptions.assumeTrue(
        Files.isReadable(file),
        () -> "recorded bars are not at " + file + ": agreement is not checked on them");
    List<String> lines = lines(file, most);
    int size = lines.size();
    long[][] columns = new long[6][size];
    for (int i = 0; i < size; i++) {
      List<String> fields = List.of(lines.get(i).split(",", -1));
      columns[0][i] = Long.parseLong(fields.getFirst());
      for (int column = 1; column < 6; column++) {
        columns[column][i] =
            new BigDecimal(fields.get(column)).movePointRight(DIGITS).longValueExact();
      }
    }
    return new BarSeries(
        SampleBars.BTC,
        timeframe,
        BigDecimal.ONE.movePointLeft(DIGITS),
        DIGITS,
        false,
        size,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static List<String> lines(Path file, int most) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).limit(most).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
