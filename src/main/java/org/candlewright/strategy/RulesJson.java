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
    "latches",
    "rules",
    "exits",
    "on_opposite",
    "signals",
    "pyramiding",
    "exit_orders",
    "stop",
    "target",
    "trailing",
    "break_even",
    "time_exit",
    "close",
    "minimum_bars",
    "sizing",
    "leverage",
    "fees"
  };
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Indicators known;
  private final IndicatorJson indicators;
  private final ConditionJson conditions;
  private final RuleOrdersJson orders;
  private final ExitRulesJson protections;

  RulesJson(Indicators known) {
    this.known = known;
    OperandJson operands = new OperandJson(known);
    this.indicators = new IndicatorJson(known, operands);
    this.conditions = new ConditionJson(operands);
    this.orders = new RuleOrdersJson(operands, conditions);
    this.protections = new ExitRulesJson(operands);
  }

  RulesStrategy read(JsonReader root, Sizing sizing, BigDecimal leverage, Optional<String> fees) {
    List<Parameter> parameters = parameters(root);
    Map<String, RulesStrategy.IndicatorUse> uses = indicators.read(root, parameters);
    Map<String, RulesStrategy.Latch> latches = latches(root, parameters, uses);
    RuleScope scope = new RuleScope(parameters, uses, latches.keySet());
    List<RulesStrategy.Rule> entries = rules(root.required("rules"), scope, true);
    if (entries.isEmpty()) {
      throw root.required("rules").error("no rule", "Give at least one entry rule");
    }
    List<RulesStrategy.Rule> exits =
        new ArrayList<>(
            root.optional("exits").map(list -> rules(list, scope, false)).orElse(List.of()));
    root.optional("time_exit").ifPresent(at -> timeExits(at, scope, exits));
    ExitRules protection = protections.read(root, scope, uses);
    if (entries.size() + exits.size() > 60) {
      throw root.error("more than 60 rules", "Split the strategy");
    }
    RulesStrategy strategy =
        new RulesStrategy(
            root.required("name").text(),
            root.optional("description").map(JsonReader::text).orElse(""),
            parameters,
            constraints(root, parameters),
            uses,
            latches,
            entries,
            exits,
            onOpposite(root),
            orders.read(root, scope),
            protection,
            root.optional("minimum_bars").map(JsonReader::integer).orElse(0),
            sizing,
            leverage,
            fees,
            known);
    return root.optional("minimum_bars").isPresent()
        ? strategy
        : strategy.withMinimumBars(new RuleIndicators(strategy).seeded() + 1);
  }

  private Map<String, RulesStrategy.Latch> latches(
      JsonReader root, List<Parameter> parameters, Map<String, RulesStrategy.IndicatorUse> uses) {
    Map<String, RulesStrategy.Latch> latches = new LinkedHashMap<>();
    RuleScope scope = new RuleScope(parameters, uses, latches.keySet());
    root.optional("latches")
        .ifPresent(
            all -> {
              for (String name : all.object().names()) {
                JsonReader at = all.required(name).object("set", "reset");
                latches.put(
                    name,
                    new RulesStrategy.Latch(
                        conditions.columnar(at.required("set"), scope),
                        conditions.columnar(at.required("reset"), scope)));
              }
            });
    return latches;
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

  /** A time exit is an exit rule on the bars in trade, for either side. */
  private static void timeExits(JsonReader at, RuleScope scope, List<RulesStrategy.Rule> exits) {
    Condition over =
        new Condition.Compare(
            Condition.Relation.GREATER_OR_EQUAL,
            new Operand.Position(Operand.PositionField.BARS_IN_TRADE),
            scope.number(at, NumberRange.BARS));
    exits.add(new RulesStrategy.Rule("time_exit", 1, over));
    exits.add(new RulesStrategy.Rule("time_exit", -1, over));
  }

  private List<RulesStrategy.Rule> rules(JsonReader list, RuleScope scope, boolean entries) {
    List<RulesStrategy.Rule> rules = new ArrayList<>();
    for (JsonReader at : list.list()) {
      if (entries) {
        at.object("name", "side", "when", "stop", "limit");
      } else {
        at.object("name", "side", "when", "share", "at");
      }
      rules.add(
          new RulesStrategy.Rule(
              at.optional("name").map(JsonReader::text).orElse("signal"),
              RuleOrdersJson.side(at.required("side")),
              conditions.read(at.required("when"), scope),
              entries ? orders.entryAction(at, scope) : orders.exitAction(at)));
    }
    return rules;
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
    indicators.write(strategy.indicators(), out.putObject("indicators"));
    if (!strategy.latches().isEmpty()) {
      ObjectNode latches = out.putObject("latches");
      strategy
          .latches()
          .forEach(
              (name, latch) -> {
                ObjectNode one = latches.putObject(name);
                one.set("set", ConditionJson.write(latch.set()));
                one.set("reset", ConditionJson.write(latch.reset()));
              });
    }
    writeRules(strategy.entries(), out.putArray("rules"));
    writeRules(strategy.exits(), out.putArray("exits"));
    out.put("on_opposite", strategy.onOpposite().name().toLowerCase(java.util.Locale.ROOT));
    orders.write(strategy.orders(), out);
    ExitRulesJson.write(strategy.protection(), strategy, out);
    out.put("minimum_bars", strategy.minimumBars());
  }

  private static void writeRules(List<RulesStrategy.Rule> rules, ArrayNode out) {
    for (RulesStrategy.Rule rule : rules) {
      ObjectNode one = out.addObject();
      one.put("name", rule.name());
      one.put("side", rule.side() > 0 ? "long" : "short");
      one.set("when", ConditionJson.write(rule.when()));
      RuleOrdersJson.write(rule.action(), one);
    }
  }
}
