package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;

/** The JSON form of {@link RulesStrategy}. */
final class RulesJson {
  static final String[] FIELDS = {
    "schema",
    "kind",
    "name",
    "description",
    "parameters",
    "declares",
    "constraints",
    "indicators",
    "rules",
    "exits",
    "on_opposite",
    "minimum_bars",
    "sizing",
    "leverage",
    "fees"
  };
  private static final String[] WORDS = {
    "all",
    "any",
    "not",
    "crosses_above",
    "crosses_below",
    "greater",
    "greater_or_equal",
    "less",
    "less_or_equal"
  };

  /** Longer averages need more bars to settle than a century of days has. */
  private static final int MAX_PERIOD = 10_000;

  private static final List<String> PRICES = List.of("open", "high", "low", "close", "volume");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Indicators known;

  RulesJson(Indicators known) {
    this.known = known;
  }

  RulesStrategy read(JsonReader root, Sizing sizing, BigDecimal leverage, Optional<String> fees) {
    List<Parameter> parameters = parameters(root);
    Map<String, RulesStrategy.IndicatorUse> indicators = new LinkedHashMap<>();
    root.optional("indicators")
        .ifPresent(
            all ->
                all.object()
                    .names()
                    .forEach(
                        name -> indicators.put(name, indicator(all.required(name), parameters))));
    Scope scope = new Scope(parameters, indicators);
    List<RulesStrategy.Rule> entries = rules(root.required("rules"), scope);
    if (entries.isEmpty()) {
      throw root.required("rules").error("no rule", "Give at least one entry rule");
    }
    List<RulesStrategy.Rule> exits =
        root.optional("exits").map(list -> rules(list, scope)).orElse(List.of());
    if (entries.size() + exits.size() > 60) {
      throw root.error("more than 60 rules", "Split the strategy");
    }
    return new RulesStrategy(
        root.required("name").text(),
        root.optional("description").map(JsonReader::text).orElse(""),
        parameters,
        constraints(root, parameters),
        indicators,
        entries,
        exits,
        onOpposite(root),
        root.optional("minimum_bars")
            .map(JsonReader::integer)
            .orElseGet(() -> longest(indicators, parameters)),
        sizing,
        leverage,
        fees,
        known);
  }

  private record Scope(
      List<Parameter> parameters, Map<String, RulesStrategy.IndicatorUse> indicators) {}

  private static int longest(
      Map<String, RulesStrategy.IndicatorUse> indicators, List<Parameter> parameters) {
    int longest = 0;
    for (RulesStrategy.IndicatorUse use : indicators.values()) {
      int period =
          switch (use.period()) {
            case Operand.Constant constant -> constant.value().intValue();
            case Operand.ParameterValue value ->
                parameters.stream()
                    .filter(each -> each.name().equals(value.name()))
                    .findFirst()
                    .orElseThrow()
                    .value()
                    .intValue();
            default -> 0;
          };
      longest = Math.max(longest, period);
    }
    return longest + 1;
  }

  private static List<Parameter> parameters(JsonReader root) {
    List<Parameter> declared = new ArrayList<>();
    root.optional("declares")
        .ifPresent(
            all -> {
              for (String name : all.object().names()) {
                JsonReader one =
                    all.required(name)
                        .object("label", "unit", "min", "max", "default", "integer", "help");
                BigDecimal byDefault = one.required("default").decimal();
                declared.add(
                    new Parameter(
                        name,
                        one.optional("label").map(JsonReader::text).orElse(name),
                        one.optional("unit").map(JsonReader::text).orElse(""),
                        one.required("min").decimal(),
                        one.required("max").decimal(),
                        byDefault,
                        byDefault,
                        one.optional("integer").map(JsonReader::bool).orElse(false),
                        one.optional("help").map(JsonReader::text).orElse("")));
              }
            });
    return root.optional("parameters")
        .map(all -> ParameterValues.read(all, declared))
        .orElse(List.copyOf(declared));
  }

  private static List<RulesStrategy.Constraint> constraints(
      JsonReader root, List<Parameter> parameters) {
    List<RulesStrategy.Constraint> constraints = new ArrayList<>();
    for (JsonReader each : root.optional("constraints").map(JsonReader::list).orElse(List.of())) {
      List<JsonReader> pair = each.object("less").required("less").list();
      if (pair.size() != 2) {
        throw each.error("expected two parameters", "Write {\"less\": [\"fast\", \"slow\"]}");
      }
      for (JsonReader name : pair) {
        requireParameter(name, name.text(), parameters);
      }
      constraints.add(new RulesStrategy.Constraint(pair.get(0).text(), pair.get(1).text()));
      ParameterValues.requireLess(
          root.document().place("parameters", "parameters." + pair.get(0).text()),
          named(parameters, pair.get(0).text()),
          named(parameters, pair.get(1).text()));
    }
    return constraints;
  }

  private static Parameter named(List<Parameter> parameters, String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static void requireParameter(JsonReader at, String name, List<Parameter> parameters) {
    if (parameters.stream().noneMatch(each -> each.name().equals(name))) {
      throw at.error("unknown parameter '" + name + "'", "Declare it under declares");
    }
  }

  private RulesStrategy.IndicatorUse indicator(JsonReader at, List<Parameter> parameters) {
    at.object("indicator", "period");
    String name = at.required("indicator").text();
    if (known.find(name).isEmpty()) {
      throw at.required("indicator")
          .error(
              "unknown indicator '" + name + "'",
              "Use one of "
                  + String.join(", ", known.all().stream().map(kind -> kind.name()).toList()));
    }
    JsonReader period = at.required("period");
    if (period.isText() && period.text().startsWith("$")) {
      requirePeriod(period, period.text().substring(1), parameters);
      return new RulesStrategy.IndicatorUse(
          name, new Operand.ParameterValue(period.text().substring(1)));
    }
    if (period.integer() < 1 || period.integer() > MAX_PERIOD) {
      throw period.error(period.integer() + " bars are out of range", "Use 1 to " + MAX_PERIOD);
    }
    return new RulesStrategy.IndicatorUse(name, new Operand.Constant(period.decimal()));
  }

  /** Whatever value the parameter may take must be a period, or the strategy fails when it runs. */
  private static void requirePeriod(JsonReader at, String name, List<Parameter> parameters) {
    requireParameter(at, name, parameters);
    Parameter parameter = named(parameters, name);
    if (!parameter.integer()
        || parameter.min().signum() <= 0
        || parameter.max().compareTo(BigDecimal.valueOf(MAX_PERIOD)) > 0) {
      throw at.error(
          "parameter " + name + " does not count bars",
          "Declare it with \"integer\": true, a min of 1 or more and a max up to " + MAX_PERIOD);
    }
  }

  private static RulesStrategy.OnOpposite onOpposite(JsonReader root) {
    return root.optional("on_opposite")
        .map(
            at ->
                switch (at.text()) {
                  case "reverse" -> RulesStrategy.OnOpposite.REVERSE;
                  case "close" -> RulesStrategy.OnOpposite.CLOSE;
                  case "ignore" -> RulesStrategy.OnOpposite.IGNORE;
                  default ->
                      throw at.error(
                          "'" + at.text() + "' is unknown", "Use reverse, close or ignore");
                })
        .orElse(RulesStrategy.OnOpposite.IGNORE);
  }

  private List<RulesStrategy.Rule> rules(JsonReader list, Scope scope) {
    List<RulesStrategy.Rule> rules = new ArrayList<>();
    for (JsonReader at : list.list()) {
      at.object("name", "side", "when");
      JsonReader side = at.required("side");
      int sign =
          switch (side.text()) {
            case "long" -> 1;
            case "short" -> -1;
            default -> throw side.error("'" + side.text() + "' is no side", "Use long or short");
          };
      rules.add(
          new RulesStrategy.Rule(
              at.optional("name").map(JsonReader::text).orElse("signal"),
              sign,
              condition(at.required("when"), scope)));
    }
    return rules;
  }

  private Condition condition(JsonReader at, Scope scope) {
    at.object(WORDS);
    if (at.names().size() != 1) {
      throw at.error(
          "a condition has exactly one field, found " + at.names().size(),
          "Write one of " + String.join(", ", WORDS));
    }
    String word = at.names().getFirst();
    JsonReader inner = at.required(word);
    return switch (word) {
      case "all" -> new Condition.All(parts(inner, scope));
      case "any" -> new Condition.Any(parts(inner, scope));
      case "not" -> new Condition.Not(condition(inner, scope));
      case "crosses_above", "crosses_below" -> {
        List<Operand> pair = pair(inner, scope);
        yield new Condition.Crosses(word.equals("crosses_above"), pair.get(0), pair.get(1));
      }
      default -> {
        for (Condition.Relation relation : Condition.Relation.values()) {
          if (relation.word().equals(word)) {
            List<Operand> pair = pair(inner, scope);
            yield new Condition.Compare(relation, pair.get(0), pair.get(1));
          }
        }
        throw inner.error("unknown condition", "Use one of " + String.join(", ", WORDS));
      }
    };
  }

  private List<Condition> parts(JsonReader list, Scope scope) {
    List<Condition> parts = list.list().stream().map(part -> condition(part, scope)).toList();
    if (parts.isEmpty()) {
      throw list.error("empty", "Give at least one condition");
    }
    return parts;
  }

  private static List<Operand> pair(JsonReader list, Scope scope) {
    List<JsonReader> both = list.list();
    if (both.size() != 2) {
      throw list.error("expected two values", "Write [left, right]");
    }
    return both.stream().map(each -> operand(each, scope)).toList();
  }

  private static Operand operand(JsonReader at, Scope scope) {
    if (!at.isText()) {
      return new Operand.Constant(at.decimal());
    }
    String text = at.text();
    if (text.startsWith("$")) {
      requireParameter(at, text.substring(1), scope.parameters());
      return new Operand.ParameterValue(text.substring(1));
    }
    if (scope.indicators().containsKey(text)) {
      return new Operand.IndicatorValue(text);
    }
    if (PRICES.contains(text)) {
      return new Operand.Price(text);
    }
    throw at.error(
        "'" + text + "' is neither a price, an indicator of this strategy nor a" + " $parameter",
        "Declare it under indicators");
  }

  void write(RulesStrategy strategy, ObjectNode out) {
    ObjectNode declares = JSON.objectNode();
    for (Parameter parameter : strategy.parameters()) {
      ObjectNode one = declares.putObject(parameter.name());
      one.put("label", parameter.label());
      one.put("unit", parameter.unit());
      one.put("min", parameter.min());
      one.put("max", parameter.max());
      one.put("default", parameter.byDefault());
      one.put("integer", parameter.integer());
      one.put("help", parameter.help());
    }
    out.set("declares", declares);
    ArrayNode constraints = out.putArray("constraints");
    strategy
        .constraints()
        .forEach(
            constraint ->
                constraints
                    .addObject()
                    .putArray("less")
                    .add(constraint.less())
                    .add(constraint.greater()));
    ObjectNode indicators = out.putObject("indicators");
    strategy
        .indicators()
        .forEach(
            (name, use) -> {
              ObjectNode one = indicators.putObject(name);
              one.put("indicator", use.indicator());
              writeOperand(use.period(), one.putArray("period"));
              one.set("period", one.get("period").get(0));
            });
    writeRules(strategy.entries(), out.putArray("rules"));
    writeRules(strategy.exits(), out.putArray("exits"));
    out.put("on_opposite", strategy.onOpposite().name().toLowerCase(java.util.Locale.ROOT));
    out.put("minimum_bars", strategy.minimumBars());
  }

  private static void writeRules(List<RulesStrategy.Rule> rules, ArrayNode out) {
    for (RulesStrategy.Rule rule : rules) {
      ObjectNode one = out.addObject();
      one.put("name", rule.name());
      one.put("side", rule.side() > 0 ? "long" : "short");
      one.set("when", condition(rule.when()));
    }
  }

  private static ObjectNode condition(Condition condition) {
    ObjectNode out = JSON.objectNode();
    switch (condition) {
      case Condition.All all ->
          all.parts().forEach(part -> out.withArray("all").add(condition(part)));
      case Condition.Any any ->
          any.parts().forEach(part -> out.withArray("any").add(condition(part)));
      case Condition.Not not -> out.set("not", condition(not.part()));
      case Condition.Crosses crosses -> {
        ArrayNode pair = out.putArray(crosses.above() ? "crosses_above" : "crosses_below");
        writeOperand(crosses.left(), pair);
        writeOperand(crosses.right(), pair);
      }
      case Condition.Compare compare -> {
        ArrayNode pair = out.putArray(compare.relation().word());
        writeOperand(compare.left(), pair);
        writeOperand(compare.right(), pair);
      }
    }
    return out;
  }

  private static void writeOperand(Operand operand, ArrayNode out) {
    switch (operand) {
      case Operand.Price price -> out.add(price.field());
      case Operand.IndicatorValue value -> out.add(value.name());
      case Operand.ParameterValue value -> out.add("$" + value.name());
      case Operand.Constant constant -> out.add(constant.value());
    }
  }
}
