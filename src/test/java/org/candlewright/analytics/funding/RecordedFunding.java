package org.candlewright.analytics.funding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.candlewright.market.FundingHistory;

/** The recorded funding files, read plainly: settlement times to the minute and rates as given. */
final class RecordedFunding {
  static final Path DATA = Path.of("..", "shared", "data");

  private RecordedFunding() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(DATA)) {
      return all.filter(file -> file.toString().matches(".*funding\\.csv(\\.gz)?"))
          .sorted()
          .toList();
    }
  }

  /** Rates by settlement time in epoch minutes. */
  static TreeMap<Long, BigDecimal> rates(Path file) throws IOException {
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(
              fields ->
                  rates.put(
                      Math.round(Long.parseLong(fields[0]) / 60_000.0), new BigDecimal(fields[2])));
    }
    return rates;
  }

  static FundingHistory history(TreeMap<Long, BigDecimal> rates) {
    List<BigDecimal> values = new ArrayList<>(rates.values());
    long[] times = rates.keySet().stream().mapToLong(minute -> minute * 60_000).toArray();
    return new FundingHistory(times.length, times, times, values.toArray(BigDecimal[]::new));
  }
}
