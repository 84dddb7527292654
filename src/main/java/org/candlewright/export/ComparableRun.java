package org.candlewright.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.analytics.comparison.DecisionStep;
import org.candlewright.analytics.comparison.RunTrade;
import org.candlewright.market.InputException;

/**
 * A run read back from its files, as it is laid beside another.
 *
 * @param metrics of all trades, by name; empty where a metric is undefined
 */
public record ComparableRun(
    String runId,
    List<RunTrade> trades,
    List<DecisionStep> decisions,
    Map<String, Optional<BigDecimal>> metrics) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * Reads a run.
   *
   * @param files of the run, by name
   * @throws InputException if the run lacks a file
   */
  public static ComparableRun read(Map<String, byte[]> files) {
    try {
      return new ComparableRun(
          JSON.readTree(text(files, "run.json")).path("run_id").asText(),
          trades(text(files, "trades.csv")),
          decisions(text(files, "decisions.jsonl")),
          metrics(JSON.readTree(text(files, "metrics.json")).path("all")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Map<String, byte[]> files, String name) {
    return Optional.ofNullable(files.get(name))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () ->
                new InputException(
                    "the run has no " + name, "Make the run again to get all its files"));
  }

  private static List<RunTrade> trades(String csv) throws IOException {
    List<RunTrade> trades = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : reader) {
        trades.add(
            new RunTrade(
                row.getField("symbol"),
                row.getField("side"),
                Instant.parse(row.getField("entry_time")).toEpochMilli(),
                Instant.parse(row.getField("exit_time")).toEpochMilli(),
                new BigDecimal(row.getField("quantity")),
                new BigDecimal(row.getField("net_pnl")),
                new BigDecimal(row.getField("entry_fee"))
                    .add(new BigDecimal(row.getField("exit_fee"))),
                new BigDecimal(row.getField("total_funding"))));
      }
    }
    return List.copyOf(trades);
  }

  private static List<DecisionStep> decisions(String lines) throws IOException {
    List<DecisionStep> steps = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      JsonNode one = JSON.readTree(line);
      JsonNode sizing = one.path("sizing");
      steps.add(
          new DecisionStep(
              one.path("time").asText(),
              one.path("instrument").asText(),
              one.path("action").asText(),
              one.path("side").asText(),
              one.path("reason").asText(),
              one.path("refusal").isTextual()
                  ? one.path("refusal").asText()
                  : one.path("outcome").asText(),
              sizing.isEmpty() ? "" : sizing.path(sizing.size() - 1).path("value").asText()));
    }
    return List.copyOf(steps);
  }

  private static Map<String, Optional<BigDecimal>> metrics(JsonNode all) {
    Map<String, Optional<BigDecimal>> metrics = new LinkedHashMap<>();
    all.properties()
        .forEach(
            each ->
                metrics.put(
                    each.getKey(),
                    each.getValue().isNumber()
                        ? Optional.of(each.getValue().decimalValue())
                        : Optional.empty()));
    return metrics;
  }
}
