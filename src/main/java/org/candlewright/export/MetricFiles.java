package org.candlewright.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candlewright.analytics.MetricDefinition;
import org.candlewright.analytics.MetricRow;
import org.candlewright.analytics.MetricTable;
import org.candlewright.analytics.MetricValue;
import org.candlewright.analytics.Side;

/** The metrics of a run as {@code metrics.json} and as a table. */
final class MetricFiles {
  private final MetricTable metrics;

  MetricFiles(MetricTable metrics) {
    this.metrics = metrics;
  }

  /** Values by side, then the reasons of the undefined ones, then what each metric is. */
  ObjectNode json() {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    for (Side side : Side.values()) {
      out.set(side.toString(), figures(metrics.figures(side)));
    }
    ObjectNode reasons = out.putObject("undefined");
    for (Side side : Side.values()) {
      ObjectNode ofSide = reasons.putObject(side.toString());
      metrics.reasons(side).forEach(ofSide::put);
    }
    ObjectNode about = out.putObject("about");
    for (MetricRow row : metrics.rows()) {
      about(about.putObject(row.definition().name()), row);
    }
    return out;
  }

  private static void about(ObjectNode out, MetricRow row) {
    MetricDefinition definition = row.definition();
    out.put("label", definition.label());
    out.put("group", definition.group().title());
    out.put("unit", definition.unit().toString());
    out.put("formula", definition.formula());
    out.put("source", definition.source().toString());
    ObjectNode samples = out.putObject("sample");
    samples.put("all", row.samples().all());
    samples.put("long", row.samples().longSide());
    samples.put("short", row.samples().shortSide());
    out.put("flag", row.flag());
  }

  /** Figures as JSON: plain decimals, null where undefined. */
  static ObjectNode figures(Map<String, Optional<BigDecimal>> figures) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    figures.forEach(
        (name, value) -> {
          if (value.isPresent()) {
            BigDecimal plain = new BigDecimal(Csv.number(value.get()));
            out.put(name, plain);
          } else {
            out.putNull(name);
          }
        });
    return out;
  }

  /** One row a metric; sample and flag are those of all trades. */
  byte[] csv() {
    Csv csv =
        new Csv(
            "name",
            "label",
            "group",
            "unit",
            "all",
            "long",
            "short",
            "sample",
            "flag",
            "formula",
            "source",
            "undefined");
    for (MetricRow row : metrics.rows()) {
      MetricDefinition definition = row.definition();
      csv.row(
          definition.name(),
          definition.label(),
          definition.group().title(),
          definition.unit().toString(),
          number(row.all()),
          number(row.longSide()),
          number(row.shortSide()),
          Long.toString(row.samples().all()),
          row.flag(),
          definition.formula(),
          definition.source().toString(),
          reasons(row));
    }
    return csv.bytes();
  }

  private static String number(MetricValue value) {
    return value.number().map(Csv::number).orElse("");
  }

  private static String reasons(MetricRow row) {
    return Stream.of(Side.values())
        .filter(side -> !row.value(side).reason().isEmpty())
        .map(side -> side + ": " + row.value(side).reason())
        .collect(Collectors.joining("; "));
  }
}
