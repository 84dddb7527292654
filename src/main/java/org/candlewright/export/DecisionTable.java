package org.candlewright.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decisions as a table: one a row, what it saw and passed in a cell each. */
public final class DecisionTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PLAIN =
      List.of(
          "time",
          "instrument",
          "action",
          "side",
          "reason",
          "outcome",
          "refusal",
          "order",
          "reference",
          "equity",
          "expected_cost");

  private DecisionTable() {}

  /** Turns {@code decisions.jsonl} into CSV. */
  public static byte[] csv(byte[] lines) {
    List<String> header = new ArrayList<>(PLAIN);
    header.addAll(List.of("inputs", "rules", "sizing", "risk_checks"));
    Csv csv = new Csv(header.toArray(String[]::new));
    new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> csv.row(row(line)));
    return csv.bytes();
  }

  private static String[] row(String line) {
    try {
      JsonNode one = JSON.readTree(line);
      List<String> row = new ArrayList<>();
      PLAIN.forEach(name -> row.add(text(one.path(name))));
      row.add(inputs(one.path("inputs")));
      row.add(rules(one.path("rules")));
      row.add(sizing(one.path("sizing")));
      row.add(checks(one.path("risk_checks")));
      return row.toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static String inputs(JsonNode inputs) {
    List<String> parts = new ArrayList<>();
    inputs.properties().forEach(each -> parts.add(each.getKey() + " " + text(each.getValue())));
    return String.join("; ", parts);
  }

  private static String rules(JsonNode rules) {
    List<String> parts = new ArrayList<>();
    rules.forEach(each -> parts.add(text(each.path("text")) + " " + text(each.path("holds"))));
    return String.join("; ", parts);
  }

  private static String sizing(JsonNode steps) {
    List<String> parts = new ArrayList<>();
    steps.forEach(
        each ->
            parts.add(
                text(each.path("step"))
                    + " "
                    + text(each.path("value"))
                    + " "
                    + text(each.path("unit"))));
    return String.join("; ", parts);
  }

  private static String checks(JsonNode checks) {
    List<String> parts = new ArrayList<>();
    checks.forEach(
        each ->
            parts.add(
                text(each.path("name"))
                    + " "
                    + text(each.path("value"))
                    + " of "
                    + text(each.path("limit"))
                    + (each.path("passed").asBoolean() ? " passed" : " refused")));
    return String.join("; ", parts);
  }
}
