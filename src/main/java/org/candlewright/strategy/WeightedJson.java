package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;

/**
 * The file form of weighted signals: {@code "signals": {"rsi": {"enabled": true, "weight": 0.4,
 * "period": 14, …}, …}}. A document that consists of the signals alone is read as well. There a
 * negative score used to mean buy; only parameters are taken from it, and scores here are positive
 * for long.
 */
final class WeightedJson {
  static final String[] FIELDS = {
    "schema",
    "kind",
    "name",
    "description",
    "parameters",
    "signals",
    "enabled_signals",
    "sizing",
    "leverage",
    "fees"
  };

  private final Indicators indicators;

  WeightedJson(Indicators indicators) {
    this.indicators = indicators;
  }

  /** Whether a document without kind is a set of signals. */
  static boolean signalsAlone(JsonReader root) {
    return root.optional("kind").isEmpty()
        && !root.names().isEmpty()
        && root.names().stream().anyMatch(name -> Signals.find(name).isPresent());
  }

  /** Reads a document that consists of the signals alone. */
  StrategyDefinition readSignals(JsonReader root) {
    return strategy(
        "weighted-signals",
        "",
        root,
        Optional.empty(),
        Optional.empty(),
        new Sizing.EquityShare(Optional.empty()),
        BigDecimal.ONE,
        Optional.empty());
  }

  StrategyDefinition read(
      JsonReader root, Sizing sizing, BigDecimal leverage, Optional<String> fees) {
    return strategy(
        root.required("name").text(),
        root.optional("description").map(JsonReader::text).orElse(""),
        root.required("signals"),
        root.optional("enabled_signals"),
        root.optional("parameters"),
        sizing,
        leverage,
        fees);
  }

  private StrategyDefinition strategy(
      String name,
      String description,
      JsonReader signals,
      Optional<JsonReader> enabled,
      Optional<JsonReader> parameters,
      Sizing sizing,
      BigDecimal leverage,
      Optional<String> fees) {
    List<String> chosen = chosen(signals, enabled);
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (String each : chosen) {
      signals
          .optional(each)
          .ifPresent(at -> readSignal(Signals.find(each).orElseThrow(), at, values));
    }
    List<Parameter> common =
        parameters
            .map(all -> ParameterValues.read(all, WeightedSignalsStrategy.common()))
            .orElse(WeightedSignalsStrategy.common());
    common.forEach(parameter -> values.put(parameter.name(), parameter.value()));
    return new WeightedSignalsStrategy(
        name,
        description,
        chosen,
        ParameterValues.apply(
            signals.document().place(signals.path()),
            WeightedSignalsStrategy.declared(chosen),
            values),
        sizing,
        leverage,
        fees,
        indicators);
  }

  private static List<String> chosen(JsonReader signals, Optional<JsonReader> enabled) {
    signals.object(Signals.ALL.stream().map(SignalKind::name).toArray(String[]::new));
    List<String> wanted = new ArrayList<>();
    if (enabled.isPresent()) {
      for (JsonReader item : enabled.get().list()) {
        if (Signals.find(item.text()).isEmpty()) {
          throw item.error("unknown signal '" + item.text() + "'", "Use some of " + names());
        }
        wanted.add(item.text());
      }
    } else {
      for (String name : signals.names()) {
        if (signals.required(name).optional("enabled").map(JsonReader::bool).orElse(true)) {
          wanted.add(name);
        }
      }
    }
    List<String> chosen =
        Signals.ALL.stream().map(SignalKind::name).filter(wanted::contains).toList();
    if (chosen.isEmpty()) {
      throw signals.error("no signal is enabled", "Enable some of " + names());
    }
    return chosen;
  }

  private static String names() {
    return String.join(", ", Signals.ALL.stream().map(SignalKind::name).toList());
  }

  private static void readSignal(SignalKind kind, JsonReader at, Map<String, BigDecimal> values) {
    List<String> fields = new ArrayList<>(List.of("enabled", "weight"));
    kind.parameters().forEach(parameter -> fields.add(parameter.name()));
    at.object(fields.toArray(String[]::new));
    at.optional("weight")
        .ifPresent(weight -> values.put(kind.qualified("weight"), weight.decimal()));
    for (Parameter parameter : kind.parameters()) {
      at.optional(parameter.name())
          .ifPresent(
              value ->
                  values.put(
                      kind.qualified(parameter.name()),
                      parameter.integer() ? value.wholeNumber() : value.decimal()));
    }
  }

  void write(WeightedSignalsStrategy strategy, ObjectNode out) {
    ObjectNode signals = out.putObject("signals");
    for (String name : strategy.signals()) {
      SignalKind kind = Signals.find(name).orElseThrow();
      ObjectNode signal = signals.putObject(name).put("enabled", true);
      signal.put("weight", strategy.value(kind.qualified("weight")).toPlainString());
      for (Parameter parameter : kind.parameters()) {
        BigDecimal value = strategy.value(kind.qualified(parameter.name()));
        if (parameter.integer()) {
          signal.put(parameter.name(), value.intValueExact());
        } else {
          signal.put(parameter.name(), value.toPlainString());
        }
      }
    }
  }
}
