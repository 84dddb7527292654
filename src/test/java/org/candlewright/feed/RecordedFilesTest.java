package org.candlewright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every recorded candle, mark and funding file goes in, each into a venue of its own. */
class RecordedFilesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Pattern TIMEFRAME = Pattern.compile("[_-](\\d+[mhd])(?=[_.-])");
  private static final Pattern SYMBOL = Pattern.compile("(\\d*[A-Z]{3,}(?:USDT|USDCM|USD|PERP)?)");

  @TempDir Path home;

  @Test
  void everyRecordedFileImports() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "recorded data is not here");
    List<String> refused = new ArrayList<>();
    int imported = 0;
    try (Store store = Store.open(home);
        var files = Files.walk(DATA)) {
      List<Path> all =
          files
              .filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
              .filter(file -> !file.toString().matches(".*(tradingview|ticks_|payloads|1m_202).*"))
              .sorted()
              .toList();
      for (Path file : all) {
        try {
          ImportReport report = run(new CsvImport(store), store, file);
          assertThat(report.stored()).as("rows of %s", file).isPositive();
          imported++;
        } catch (InputException e) {
          refused.add(e.line());
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(imported).isGreaterThan(150);
  }

  private static ImportReport run(CsvImport csv, Store store, Path file) {
    String name = String.valueOf(file.getFileName());
    String venue = "v" + Math.abs(file.toString().hashCode());
    if (name.startsWith("coinbase")) {
      return csv.bars(
          file,
          new ImportOptions(
              Optional.empty(),
              Optional.of(venue),
              false,
              Optional.of(Timeframe.ONE_DAY),
              Optional.empty(),
              Optional.empty(),
              false),
          false,
          () -> false);
    }
    Matcher symbol = SYMBOL.matcher(name);
    assertThat(symbol.find()).as(name).isTrue();
    InstrumentId id = InstrumentId.parse(venue + ":" + quoted(symbol.group(1)) + ".P");
    if (name.contains("funding")) {
      return csv.funding(file, ImportOptions.of(id, Optional.empty()), () -> false);
    }
    Matcher timeframe = TIMEFRAME.matcher(name);
    assertThat(timeframe.find()).as(name).isTrue();
    return csv.bars(
        file,
        ImportOptions.of(id, Optional.of(Timeframe.parse(timeframe.group(1)))),
        name.contains("mark"),
        () -> false);
  }

  private static String quoted(String symbol) {
    return symbol.matches(".*(USDT|USD|USDCM)") ? symbol.replace("USDCM", "USD") : symbol + "USDT";
  }
}
