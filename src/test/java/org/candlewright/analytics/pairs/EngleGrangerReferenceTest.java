package org.candlewright.analytics.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every figure against statsmodels and numpy on recorded prices. The values were made by {@code
 * src/test/python/engle_granger_reference.py}.
 */
class EngleGrangerReferenceTest {
  private static final double TOLERANCE = 1e-6;

  @ParameterizedTest(name = "{1} pairs of timeframe {0}")
  @CsvSource({"1h, 561", "1d, 500"})
  void figuresOfRecordedPairsEqualStatsmodels(String timeframe, int pairs) throws IOException {
    assumeTrue(
        Files.isDirectory(RecordedCloses.folder(timeframe)),
        "the recorded " + timeframe + " candles are not there");
    Map<String, PriceSeries> series = RecordedCloses.of(timeframe);
    PairAnalysis analysis = new PairAnalysis(-1);
    List<Reference> references = references(timeframe);
    int compared = 0;
    for (int i = 0; i < references.size(); i += 2) {
      Reference first = references.get(i);
      Reference second = references.get(i + 1);
      PairRow row =
          analysis.row(
              Objects.requireNonNull(series.get(first.dependent())),
              Objects.requireNonNull(series.get(first.independent())));
      compare(row, first, second);
      compared++;
    }
    assertEquals(compared * 2, references.size());
    assertTrue(compared >= pairs * 0.9, compared + " pairs compared");
  }

  private static void compare(PairRow row, Reference first, Reference second) {
    String pair = first.dependent() + " and " + first.independent();
    PairFigures figures =
        row.figures().orElseThrow(() -> new AssertionError(pair + ": " + row.note()));
    Reference expected = figures.firstDependent() ? first : second;
    Reference reverse = figures.firstDependent() ? second : first;
    assertEquals(expected.bars(), row.bars(), pair);
    assertEquals(expected.lag(), figures.test().lag(), pair);
    near(expected.value("correlation"), row.correlation().orElseThrow(), pair);
    near(expected.value("hedge_ratio"), figures.test().hedgeRatio(), pair);
    near(expected.value("intercept"), figures.test().intercept(), pair);
    near(expected.value("statistic"), figures.test().statistic(), pair);
    near(expected.value("p_value"), figures.test().pValue(), pair);
    near(reverse.value("p_value"), figures.reversePValue(), pair);
    near(expected.value("half_life"), figures.halfLife().bars().orElse(Double.NaN), pair);
    near(expected.value("hurst"), figures.hurst().orElse(Double.NaN), pair);
    near(expected.value("zscore"), figures.zScore(), pair);
    assertTrue(figures.test().pValue() <= reverse.value("p_value") + TOLERANCE, pair);
  }

  private static void near(double expected, double actual, String pair) {
    assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), pair);
  }

  private static List<Reference> references(String timeframe) throws IOException {
    List<Reference> all = new ArrayList<>();
    try (InputStream packed =
            Objects.requireNonNull(
                EngleGrangerReferenceTest.class.getResourceAsStream(
                    "engle-granger-reference.csv.gz"));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      reader.readLine();
      List<String> names = List.of(reader.readLine().split(","));
      reader
          .lines()
          .map(line -> new Reference(names, List.of(line.split(","))))
          .filter(reference -> reference.text("timeframe").equals(timeframe))
          .forEach(all::add);
    }
    return all;
  }

  /** One line of the reference file. */
  private record Reference(List<String> names, List<String> fields) {
    String text(String name) {
      return fields.get(names.indexOf(name));
    }

    double value(String name) {
      String text = text(name);
      return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }

    String dependent() {
      return text("dependent");
    }

    String independent() {
      return text("independent");
    }

    int bars() {
      return Integer.parseInt(text("bars"));
    }

    int lag() {
      return Integer.parseInt(text("lag"));
    }
  }
}
