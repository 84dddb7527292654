package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON form of {@link ExitRules}. */
final class ExitRulesJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final NumberRange MULTIPLE = new NumberRange(false, 1e-6, 1_000);
  private static final NumberRange PERCENT = new NumberRange(false, 1e-6, 1_000);
  private static final int DEFAULT_PERIOD = 14;

  private final OperandJson operands;

  ExitRulesJson(OperandJson operands) {
    this.operands = operands;
  }

  /**
   * Reads the exits of a strategy.
   *
   * @param uses indicators of the strategy; average true ranges that are asked for are added
   */
  ExitRules read(JsonReader root, RuleScope scope, Map<String, RulesStrategy.IndicatorUse> uses) {
    Optional<ExitRules.Level> stop = root.optional("stop").map(at -> level(at, scope, uses, false));
    List<ExitRules.Target> targets = new ArrayList<>();
    root.optional("target").ifPresent(at -> targets(at, scope, uses, targets));
    if (stop.isEmpty()
        && targets.stream().anyMatch(target -> target.level() instanceof ExitRules.Reward)) {
      throw root.required("target")
          .error("a reward needs a stop to be measured by", "Add a stop, or give a distance");
    }
    return new ExitRules(
        stop,
        List.copyOf(targets),
        root.optional("trailing").map(at -> trailing(at, scope, uses)),
        root.optional("break_even").map(at -> breakEven(at, scope, uses, stop.isPresent())),
        root.optional("close").map(ExitRulesJson::closing).orElse(CloseRule.FIFO));
  }

  private static CloseRule closing(JsonReader at) {
    return switch (at.text()) {
      case "fifo" -> CloseRule.FIFO;
      case "lifo" -> CloseRule.LIFO;
      case "all" -> CloseRule.ALL;
      default -> throw at.error("'" + at.text() + "' is unknown", "Use fifo, lifo or all");
    };
  }

  private void targets(
      JsonReader at,
      RuleScope scope,
      Map<String, RulesStrategy.IndicatorUse> uses,
      List<ExitRules.Target> targets) {
    if (!at.isList()) {
      targets.add(new ExitRules.Target(level(at, scope, uses, true), BigDecimal.ONE));
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonReader each : at.list()) {
      BigDecimal share = each.required("share").decimal();
      sum = sum.add(share);
      if (share.signum() <= 0 || share.stripTrailingZeros().scale() > 12) {
        throw each.required("share")
            .error(share.toPlainString() + " is no share", "Use a fraction above 0, as \"0.5\"");
      }
      targets.add(new ExitRules.Target(level(each, scope, uses, true), share));
    }
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw at.error(
          "the shares add up to " + sum.toPlainString(), "Let the shares of all targets be 1");
    }
  }

  private ExitRules.Trailing trailing(
      JsonReader at, RuleScope scope, Map<String, RulesStrategy.IndicatorUse> uses) {
    at.object("atr", "period", "percent", "distance", "activation");
    return new ExitRules.Trailing(
        level(at, scope, uses, false),
        at.optional("activation").map(inner -> level(inner, scope, uses, true)));
  }

  private ExitRules.BreakEven breakEven(
      JsonReader at,
      RuleScope scope,
      Map<String, RulesStrategy.IndicatorUse> uses,
      boolean hasStop) {
    if (!hasStop) {
      throw at.error("there is no stop to move", "Add a stop");
    }
    at.object("after", "offset_percent");
    return new ExitRules.BreakEven(
        level(at.required("after"), scope, uses, true),
        at.optional("offset_percent").map(JsonReader::decimal).orElse(BigDecimal.ZERO));
  }

  private ExitRules.Level level(
      JsonReader at,
      RuleScope scope,
      Map<String, RulesStrategy.IndicatorUse> uses,
      boolean mayReward) {
    at.object("atr", "period", "percent", "distance", "reward", "price", "share", "activation");
    List<String> kinds =
        at.names().stream()
            .filter(name -> List.of("atr", "percent", "distance", "reward", "price").contains(name))
            .toList();
    if (kinds.size() != 1 || (kinds.contains("reward") && !mayReward)) {
      throw at.error(
          "expected one way to say how far",
          "Use one of atr, percent, distance, price" + (mayReward ? ", reward" : ""));
    }
    JsonReader value = at.required(kinds.getFirst());
    return switch (kinds.getFirst()) {
      case "atr" -> new ExitRules.Ranges(scope.number(value, MULTIPLE), ranges(at, scope, uses));
      case "percent" -> new ExitRules.Percent(scope.number(value, PERCENT));
      case "reward" -> new ExitRules.Reward(scope.number(value, MULTIPLE));
      case "distance" -> new ExitRules.Distance(column(value, scope));
      default -> price(value, scope);
    };
  }

  private ExitRules.Level price(JsonReader at, RuleScope scope) {
    if (at.isObject() && (at.names().contains("long") || at.names().contains("short"))) {
      at.object("long", "short");
      return new ExitRules.PriceBySide(
          column(at.required("long"), scope), column(at.required("short"), scope));
    }
    return new ExitRules.Price(column(at, scope));
  }

  private Operand column(JsonReader at, RuleScope scope) {
    if (at.isText() && at.text().matches("[0-9]+([.][0-9]+)?")) {
      // Money and quantities are decimal strings in strategy files, and so may prices be.
      return new Operand.Constant(at.decimal());
    }
    Operand operand = operands.read(at, scope);
    if (RuleNodes.needsPosition(operand)) {
      throw at.error(
          "it is fixed when the entry is decided, and there is no position yet",
          "Use prices, indicators and numbers");
    }
    return operand;
  }

  /** The name of the average true range of a period; it is declared if the strategy has none. */
  private static String ranges(
      JsonReader at, RuleScope scope, Map<String, RulesStrategy.IndicatorUse> uses) {
    Operand period =
        at.optional("period")
            .map(given -> scope.number(given, NumberRange.BARS))
            .orElse(new Operand.Constant(BigDecimal.valueOf(DEFAULT_PERIOD)));
    RulesStrategy.IndicatorUse use =
        new RulesStrategy.IndicatorUse(
            "atr", Map.of("period", period), Optional.empty(), Optional.empty());
    for (Map.Entry<String, RulesStrategy.IndicatorUse> each : uses.entrySet()) {
      if (each.getValue().equals(use)) {
        return each.getKey();
      }
    }
    String name =
        "atr_"
            + switch (period) {
              case Operand.Constant constant -> constant.value().toPlainString();
              case Operand.ParameterValue parameter -> parameter.name();
              default -> "";
            };
    if (uses.putIfAbsent(name, use) != null) {
      throw at.error(
          "the indicator " + name + " is something else", "Give your indicator another name");
    }
    return name;
  }

  static void write(ExitRules exits, RulesStrategy strategy, ObjectNode out) {
    exits.stop().ifPresent(level -> out.set("stop", write(level, strategy)));
    if (exits.targets().size() == 1) {
      out.set("target", write(exits.targets().getFirst().level(), strategy));
    } else {
      for (ExitRules.Target target : exits.targets()) {
        ObjectNode one = write(target.level(), strategy);
        one.put("share", target.share().toPlainString());
        out.withArray("target").add(one);
      }
    }
    exits
        .trailing()
        .ifPresent(
            rule -> {
              ObjectNode one = write(rule.distance(), strategy);
              rule.activation().ifPresent(after -> one.set("activation", write(after, strategy)));
              out.set("trailing", one);
            });
    exits
        .breakEven()
        .ifPresent(
            rule -> {
              ObjectNode one = out.putObject("break_even");
              one.set("after", write(rule.after(), strategy));
              one.put("offset_percent", rule.offsetPercent().toPlainString());
            });
    if (exits.closing() != CloseRule.FIFO) {
      out.put("close", exits.closing().name().toLowerCase(Locale.ROOT));
    }
  }

  private static ObjectNode write(ExitRules.Level level, RulesStrategy strategy) {
    ObjectNode out = JSON.objectNode();
    switch (level) {
      case ExitRules.Ranges ranges -> {
        out.set("atr", OperandJson.write(ranges.multiple()));
        RulesStrategy.IndicatorUse use = strategy.indicators().get(ranges.indicator());
        if (use != null) {
          Operand period = use.parameters().get("period");
          if (period != null) {
            out.set("period", OperandJson.write(period));
          }
        }
      }
      case ExitRules.Percent percent -> out.set("percent", OperandJson.write(percent.percent()));
      case ExitRules.Distance distance ->
          out.set("distance", OperandJson.write(distance.distance()));
      case ExitRules.Reward reward -> out.set("reward", OperandJson.write(reward.multiple()));
      case ExitRules.Price price -> out.set("price", OperandJson.write(price.price()));
      case ExitRules.PriceBySide price -> {
        ObjectNode sides = out.putObject("price");
        sides.set("long", OperandJson.write(price.ofLong()));
        sides.set("short", OperandJson.write(price.ofShort()));
      }
    }
    return out;
  }
}
