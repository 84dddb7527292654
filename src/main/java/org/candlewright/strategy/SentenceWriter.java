package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.IndicatorParameter;

/** Puts one block together: text in parts, and the parameters it mentions. */
final class SentenceWriter {
  private final List<Sentence.Part> parts = new ArrayList<>();
  private final Set<String> parameters = new LinkedHashSet<>();

  SentenceWriter plain(String text) {
    parts.add(new Sentence.Part(text, Sentence.Style.PLAIN));
    return this;
  }

  SentenceWriter name(String text) {
    parts.add(new Sentence.Part(text, Sentence.Style.NAME));
    return this;
  }

  SentenceWriter side(int side) {
    parts.add(
        side > 0
            ? new Sentence.Part("long", Sentence.Style.LONG)
            : new Sentence.Part("short", Sentence.Style.SHORT));
    return this;
  }

  SentenceWriter parameter(Parameter parameter) {
    parameters.add(parameter.name());
    return name(parameter.label());
  }

  /** Shows parameters under the block that its text does not mention. */
  SentenceWriter parameters(List<Parameter> more) {
    more.forEach(parameter -> parameters.add(parameter.name()));
    return this;
  }

  SentenceWriter condition(RulesStrategy strategy, Condition condition) {
    return switch (condition) {
      case Condition.All all -> group(strategy, all.parts(), " and ");
      case Condition.Any any -> group(strategy, any.parts(), " or ");
      case Condition.Not not -> plain("not (").condition(strategy, not.part()).plain(")");
      case Condition.Crosses crosses ->
          operand(strategy, crosses.left())
              .plain(crosses.above() ? " crosses above " : " crosses below ")
              .operand(strategy, crosses.right());
      case Condition.Compare compare ->
          operand(strategy, compare.left())
              .plain(" is " + words(compare.relation()) + " ")
              .operand(strategy, compare.right());
      case Condition.Recently recently ->
          plain("(")
              .condition(strategy, recently.part())
              .plain(recently.each() ? ") on each of the last " : ") within the last ")
              .operand(strategy, recently.bars())
              .plain(" bars");
      case Condition.Latched latched -> latched(strategy, latched.name());
      case Condition.Session session ->
          plain("the bar opens inside ").name(SessionNode.text(session));
    };
  }

  private SentenceWriter group(RulesStrategy strategy, List<Condition> all, String between) {
    for (int i = 0; i < all.size(); i++) {
      plain(i == 0 ? "" : between);
      boolean nested = all.get(i) instanceof Condition.All || all.get(i) instanceof Condition.Any;
      plain(nested ? "(" : "").condition(strategy, all.get(i)).plain(nested ? ")" : "");
    }
    return this;
  }

  private static String words(Condition.Relation relation) {
    return switch (relation) {
      case GREATER -> "above";
      case GREATER_OR_EQUAL -> "at least";
      case LESS -> "below";
      case LESS_OR_EQUAL -> "at most";
      case EQUAL -> "equal to";
      case NOT_EQUAL -> "not equal to";
    };
  }

  private SentenceWriter latched(RulesStrategy strategy, String name) {
    RulesStrategy.Latch latch = strategy.latches().get(name);
    name(name);
    return latch == null
        ? this
        : plain(" is set (since ")
            .condition(strategy, latch.set())
            .plain(", until ")
            .condition(strategy, latch.reset())
            .plain(")");
  }

  SentenceWriter operand(RulesStrategy strategy, Operand operand) {
    return switch (operand) {
      case Operand.Price price -> plain(price.field());
      case Operand.Constant constant -> plain(constant.value().toPlainString());
      case Operand.ParameterValue value -> parameter(find(strategy, value.name()));
      case Operand.IndicatorValue value -> indicator(strategy, value);
      case Operand.Time time ->
          plain("the " + time.field().word())
              .plain(RuleIndicators.zoneIsUtc(time) ? "" : " in " + time.zone());
      case Operand.Position position -> plain(words(position.field()));
      case Operand.Tick ignored -> plain("tick");
      case Operand.Ago ago ->
          operand(strategy, ago.value())
              .plain(" ")
              .operand(strategy, ago.bars())
              .plain(" bars ago");
      case Operand.Calculation calculation -> calculation(strategy, calculation);
    };
  }

  private static String words(Operand.PositionField field) {
    return switch (field) {
      case POSITION -> "the side held (1 long, -1 short, 0 flat)";
      case BARS_IN_TRADE -> "the number of bars in trade";
      case ENTRY_PRICE -> "the entry price";
    };
  }

  private SentenceWriter calculation(RulesStrategy strategy, Operand.Calculation calculation) {
    Operand.Operator operator = calculation.operator();
    plain(operator.prefix() ? operator.sign() + "(" : "(");
    for (int i = 0; i < calculation.parts().size(); i++) {
      if (i > 0) {
        plain(operator.prefix() ? ", " : " " + operator.sign() + " ");
      }
      operand(strategy, calculation.parts().get(i));
    }
    return plain(")");
  }

  /** An indicator goes by its parameter's label where it has one, else by kind and lengths. */
  private SentenceWriter indicator(RulesStrategy strategy, Operand.IndicatorValue value) {
    RulesStrategy.IndicatorUse use = strategy.indicators().get(value.indicator());
    if (use == null) {
      return name(value.name());
    }
    IndicatorKind kind = strategy.known().find(use.indicator()).orElseThrow();
    List<String> words = new ArrayList<>(List.of(kind.label()));
    for (IndicatorParameter parameter : kind.parameters()) {
      Operand given = RuleIndicators.value(use, parameter);
      if (given instanceof Operand.ParameterValue named) {
        Parameter found = find(strategy, named.name());
        parameters.add(found.name());
        if (found.label().startsWith(kind.label())) {
          words.clear();
        }
        words.add(found.label());
      } else if (RuleIndicators.shown(parameter)) {
        words.add(strategy.number(given).toPlainString());
      }
    }
    RuleIndicators indicators = new RuleIndicators(strategy);
    use.source().ifPresent(source -> words.add("of " + indicators.label(source)));
    use.timeframe().ifPresent(timeframe -> words.add(timeframe.toString()));
    IndicatorOutput output = indicators.output(value);
    if (kind.outputs().size() > 1 && !output.label().equals(kind.label())) {
      words.add(output.label());
    }
    return name(String.join(" ", words));
  }

  private static Parameter find(RulesStrategy strategy, String name) {
    return strategy.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  SentenceWriter level(RulesStrategy strategy, ExitRules.Level level) {
    return switch (level) {
      case ExitRules.Ranges ranges ->
          operand(strategy, ranges.multiple())
              .plain(" × ")
              .operand(strategy, new Operand.IndicatorValue(ranges.indicator()));
      case ExitRules.Percent percent -> operand(strategy, percent.percent()).plain(" %");
      case ExitRules.Distance distance -> operand(strategy, distance.distance());
      case ExitRules.Reward reward -> operand(strategy, reward.multiple()).plain(" × the stop");
      case ExitRules.Price price -> plain("the price ").operand(strategy, price.price());
      case ExitRules.PriceBySide price ->
          plain("the price ")
              .operand(strategy, price.ofLong())
              .plain(" of a ")
              .side(1)
              .plain(", ")
              .operand(strategy, price.ofShort())
              .plain(" of a ")
              .side(-1);
    };
  }

  /** The block; parameters that an earlier one shows already are left out. */
  Sentence end(Sentence.Block block, Set<String> shown) {
    List<String> fresh = parameters.stream().filter(shown::add).toList();
    return new Sentence(
        block, parts.stream().filter(part -> !part.text().isEmpty()).toList(), fresh);
  }
}
