package org.candlewright.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;

/** Prints what came of a backtest: all metrics to programs, a summary to people. */
final class BacktestReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final CommandContext context;

  BacktestReport(CommandContext context) {
    this.context = context;
  }

  void print(Backtests.Outcome outcome) {
    context.print(Listing.single(columns(outcome), outcome));
  }

  private static List<Column<Backtests.Outcome>> columns(Backtests.Outcome outcome) {
    List<Column<Backtests.Outcome>> columns = new ArrayList<>();
    columns.add(Column.of("run_id", result -> Value.of(result.runId())));
    for (Map.Entry<String, JsonNode> metric : all(outcome).properties()) {
      Value value = value(metric.getValue());
      columns.add(Column.of(metric.getKey(), result -> value));
    }
    return columns;
  }

  private static JsonNode all(Backtests.Outcome outcome) {
    byte[] metrics = outcome.files().get("metrics.json");
    if (metrics == null) {
      throw new IllegalStateException("the run has no metrics.json");
    }
    try {
      return JSON.readTree(metrics).path("all");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER -> Value.of(new BigDecimal(node.asText()));
      case BOOLEAN -> Value.of(node.booleanValue());
      case NULL, MISSING -> Value.unknown();
      default -> Value.of(node.asText());
    };
  }
}
