package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;

/**
 * The file form of triggers: {@code "profile": "day", "enabled_signals": […], "regimes": {"chop":
 * {"allowed": […], "size": "0.5", …}}, "rules": {"breakout": {"stop_percent": "6", …}}, "universe":
 * {…}}. What a file leaves out has its default.
 */
final class TriggersJson {
  static final String[] FIELDS = {
    "schema",
    "kind",
    "name",
    "description",
    "profile",
    "enabled_signals",
    "parameters",
    "regimes",
    "rules",
    "universe",
    "sizing",
    "leverage",
    "fees"
  };

  private final Indicators indicators;

  TriggersJson(Indicators indicators) {
    this.indicators = indicators;
  }

  StrategyDefinition read(JsonReader root, BigDecimal leverage, Optional<String> fees) {
    TriggerProfile profile =
        root.optional("profile").map(TriggersJson::profile).orElse(TriggerProfile.DAY);
    List<Parameter> declared = TriggersStrategy.declared(profile);
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    Section numbers = new Section(declared, values);
    root.optional("parameters").ifPresent(at -> numbers.readAll(at, ""));
    Map<String, List<String>> allowed = new LinkedHashMap<>(TriggersStrategy.allowedByDefault());
    root.optional("regimes").ifPresent(at -> regimes(at, numbers, allowed));
    root.optional("rules").ifPresent(at -> rules(at, numbers));
    Optional<JsonReader> universe = root.optional("universe");
    universe.ifPresent(
        at -> {
          at.object(numbers.fields("universe.", UniverseJson.LISTS));
          numbers.read(at, "universe.");
        });
    return new TriggersStrategy(
        root.required("name").text(),
        root.optional("description").map(JsonReader::text).orElse(""),
        profile.word(),
        root.optional("enabled_signals").map(TriggersJson::enabled).orElse(all()),
        Map.copyOf(allowed),
        root.optional("regimes").flatMap(at -> at.optional("reference")).map(TriggersJson::id),
        universe.map(UniverseJson::read).orElse(UniverseLists.standard()),
        ParameterValues.apply(root.document().place("parameters"), declared, values),
        root.optional("sizing").isPresent()
            ? SizingJson.read(root)
            : new Sizing.EquityShare(Optional.of(BigDecimal.ONE)),
        leverage,
        fees,
        indicators);
  }

  private static TriggerProfile profile(JsonReader at) {
    List<String> words = Arrays.stream(TriggerProfile.values()).map(TriggerProfile::word).toList();
    return Arrays.stream(TriggerProfile.values())
        .filter(each -> each.word().equals(at.text()))
        .findFirst()
        .orElseThrow(
            () ->
                at.error(
                    "unknown profile '" + at.text() + "'",
                    JsonReader.suggestion(at.text(), words, "Use one of ")));
  }

  private static List<String> all() {
    return Triggers.ALL.stream().map(TriggerKind::name).toList();
  }

  private static List<String> enabled(JsonReader at) {
    List<String> words = words(at);
    if (words.isEmpty()) {
      throw at.error(
          "no signal is enabled", "Enable some of " + String.join(", ", Triggers.words()));
    }
    return Triggers.ALL.stream()
        .filter(kind -> words.stream().anyMatch(kind::goesBy))
        .map(TriggerKind::name)
        .toList();
  }

  private static List<String> words(JsonReader at) {
    List<String> words = new ArrayList<>();
    for (JsonReader item : at.list()) {
      if (!Triggers.words().contains(item.text())) {
        throw item.error(
            "unknown signal '" + item.text() + "'",
            JsonReader.suggestion(item.text(), Triggers.words(), "Use some of "));
      }
      words.add(item.text());
    }
    return List.copyOf(words);
  }

  static InstrumentId id(JsonReader at) {
    String text = at.text();
    try {
      return InstrumentId.parse(text);
    } catch (InputException e) {
      throw at.error(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  private static void regimes(JsonReader at, Section numbers, Map<String, List<String>> allowed) {
    List<String> names = new ArrayList<>(List.of("reference"));
    for (MarketRegime regime : MarketRegime.values()) {
      names.add(regime.word());
    }
    at.object(names.toArray(String[]::new));
    for (MarketRegime regime : MarketRegime.values()) {
      at.optional(regime.word())
          .ifPresent(
              each -> {
                each.object(numbers.fields(regime.qualified(""), "allowed"));
                numbers.read(each, regime.qualified(""));
                each.optional("allowed").ifPresent(list -> allowed.put(regime.word(), words(list)));
              });
    }
  }

  private static void rules(JsonReader at, Section numbers) {
    at.object(TriggerRule.ALL.stream().map(TriggerRule::name).toArray(String[]::new));
    for (TriggerRule rule : TriggerRule.ALL) {
      at.optional(rule.name()).ifPresent(each -> numbers.readAll(each, rule.qualified("")));
    }
  }

  /** Reads numbers that stand in sections into parameters named by section and field. */
  private record Section(List<Parameter> declared, Map<String, BigDecimal> values) {
    private List<String> names(String prefix) {
      return declared.stream()
          .map(Parameter::name)
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .filter(name -> name.indexOf('.') < 0)
          .toList();
    }

    String[] fields(String prefix, String... more) {
      List<String> all = new ArrayList<>(List.of(more));
      all.addAll(names(prefix));
      return all.toArray(String[]::new);
    }

    void readAll(JsonReader at, String prefix) {
      at.object(fields(prefix));
      read(at, prefix);
    }

    void read(JsonReader at, String prefix) {
      for (String name : names(prefix)) {
        at.optional(name).ifPresent(value -> take(at, value, prefix, name));
      }
    }

    private void take(JsonReader at, JsonReader value, String prefix, String name) {
      Parameter parameter = Parameter.find(declared, prefix + name);
      BigDecimal number = parameter.integer() ? value.wholeNumber() : value.decimal();
      // Each on its own first, so that a refusal names path and line of the value.
      ParameterValues.apply(
          at.document().place(at.path(), value.path()),
          List.of(
              new Parameter(
                  name,
                  parameter.label(),
                  parameter.unit(),
                  parameter.min(),
                  parameter.max(),
                  parameter.byDefault(),
                  parameter.value(),
                  parameter.integer(),
                  parameter.help())),
          Map.of(name, number));
      values.put(parameter.name(), number);
    }
  }

  void write(TriggersStrategy strategy, ObjectNode out) {
    out.put("profile", strategy.profile());
    ArrayNode enabled = out.putArray("enabled_signals");
    strategy.enabled().forEach(enabled::add);
    ObjectNode regimes = out.putObject("regimes");
    strategy.reference().ifPresent(id -> regimes.put("reference", id.toString()));
    for (MarketRegime regime : MarketRegime.values()) {
      ObjectNode section = regimes.putObject(regime.word());
      ArrayNode allowed = section.putArray("allowed");
      strategy.allowed().getOrDefault(regime.word(), List.of()).forEach(allowed::add);
      write(strategy, regime.qualified(""), section);
    }
    ObjectNode rules = out.putObject("rules");
    for (TriggerRule rule : TriggerRule.ALL) {
      write(strategy, rule.qualified(""), rules.putObject(rule.name()));
    }
    ObjectNode universe = out.putObject("universe");
    write(strategy, "universe.", universe);
    UniverseJson.write(strategy.universe(), universe);
  }

  private static void write(TriggersStrategy strategy, String prefix, ObjectNode out) {
    for (Parameter parameter : strategy.parameters()) {
      if (parameter.name().startsWith(prefix)) {
        String name = parameter.name().substring(prefix.length());
        if (parameter.integer()) {
          out.put(name, parameter.value().intValueExact());
        } else {
          out.put(name, parameter.value().toPlainString());
        }
      }
    }
  }
}
