package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.IndicatorParameter;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceSource;
import org.candlewright.market.InputException;
import org.candlewright.market.Timeframe;

/** The JSON form of the indicators of a strategy. */
final class IndicatorJson {
  private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

  private final Indicators known;
  private final OperandJson operands;

  IndicatorJson(Indicators known, OperandJson operands) {
    this.known = known;
    this.operands = operands;
  }

  Map<String, RulesStrategy.IndicatorUse> read(JsonReader root, List<Parameter> parameters) {
    Map<String, RulesStrategy.IndicatorUse> uses = new LinkedHashMap<>();
    RuleScope scope = new RuleScope(parameters, uses, java.util.Set.of());
    root.optional("indicators")
        .ifPresent(
            all -> {
              for (String name : all.object().names()) {
                JsonReader at = all.required(name);
                if (!name.matches(NAME)) {
                  throw at.error(
                      "'" + name + "' is no name for an indicator",
                      "Use letters, digits and underscores, a letter first");
                }
                uses.put(name, indicator(at, scope));
              }
            });
    return uses;
  }

  private RulesStrategy.IndicatorUse indicator(JsonReader at, RuleScope scope) {
    at.object();
    JsonReader named = at.required("indicator");
    IndicatorKind kind =
        known
            .find(named.text())
            .orElseThrow(
                () ->
                    named.error(
                        "unknown indicator '" + named.text() + "'",
                        JsonReader.suggestion(
                            named.text(),
                            known.all().stream().map(IndicatorKind::name).toList(),
                            "Use one of ")));
    at.object(fields(kind));
    Map<String, Operand> parameters = new LinkedHashMap<>();
    for (IndicatorParameter parameter : kind.parameters()) {
      Operand value =
          at.optional(parameter.name())
              .map(given -> scope.number(given, NumberRange.of(parameter)))
              .orElseGet(() -> byDefault(parameter));
      parameters.put(parameter.name(), value);
    }
    Optional<Timeframe> timeframe = at.optional("timeframe").map(IndicatorJson::timeframe);
    Optional<Operand> source =
        at.optional("source")
            .map(given -> source(given, scope, timeframe))
            // Said or not, the default is the same strategy.
            .filter(operand -> !operand.equals(byDefault(kind)));
    return new RulesStrategy.IndicatorUse(kind.name(), parameters, source, timeframe);
  }

  private static Operand byDefault(IndicatorParameter parameter) {
    return RuleIndicators.byDefault(parameter);
  }

  private static Operand byDefault(IndicatorKind kind) {
    return new Operand.Price(kind.source().orElse(PriceSource.CLOSE).word());
  }

  private static String[] fields(IndicatorKind kind) {
    List<String> fields = new ArrayList<>(List.of("indicator"));
    kind.parameters().forEach(parameter -> fields.add(parameter.name()));
    if (kind.source().isPresent()) {
      fields.add("source");
    }
    fields.add("timeframe");
    return fields.toArray(String[]::new);
  }

  private static Timeframe timeframe(JsonReader at) {
    try {
      return Timeframe.parse(at.text());
    } catch (InputException wrong) {
      throw at.error(String.valueOf(wrong.getMessage()), wrong.remedy());
    }
  }

  private Operand source(JsonReader at, RuleScope scope, Optional<Timeframe> timeframe) {
    Operand source = operands.read(at, scope);
    switch (source) {
      case Operand.Price ignored -> {}
      case Operand.IndicatorValue value -> {
        Optional<Timeframe> other =
            Optional.ofNullable(scope.indicators().get(value.indicator()))
                .flatMap(RulesStrategy.IndicatorUse::timeframe);
        if (timeframe.isPresent() && !other.equals(timeframe)) {
          throw at.error(
              value.indicator() + " has another timeframe",
              "Give it the timeframe " + timeframe.get() + " too");
        }
      }
      case Operand.Calculation ignored when timeframe.isEmpty() && isColumn(source) -> {}
      case Operand.Ago ignored when timeframe.isEmpty() && isColumn(source) -> {}
      default ->
          throw at.error(
              "an indicator cannot read this",
              timeframe.isPresent()
                  ? "Use a price, or an indicator of the same timeframe"
                  : "Use a price, an indicator above, or arithmetic over them");
    }
    return source;
  }

  private static boolean isColumn(Operand operand) {
    return !RuleNodes.needsPosition(operand);
  }

  void write(Map<String, RulesStrategy.IndicatorUse> uses, ObjectNode out) {
    uses.forEach(
        (name, use) -> {
          ObjectNode one = out.putObject(name);
          one.put("indicator", use.indicator());
          use.parameters()
              .forEach((parameter, value) -> one.set(parameter, OperandJson.write(value)));
          use.source().ifPresent(source -> one.set("source", OperandJson.write(source)));
          use.timeframe().ifPresent(timeframe -> one.put("timeframe", timeframe.toString()));
        });
  }
}
