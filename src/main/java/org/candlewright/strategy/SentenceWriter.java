package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candlewright.indicator.IndicatorKind;

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
    };
  }

  private SentenceWriter operand(RulesStrategy strategy, Operand operand) {
    return switch (operand) {
      case Operand.Price price -> plain(price.field());
      case Operand.Constant constant -> plain(constant.value().toPlainString());
      case Operand.ParameterValue value -> parameter(find(strategy, value.name()));
      case Operand.IndicatorValue value -> indicator(strategy, value.name());
    };
  }

  /** An indicator goes by its parameter's label where it has one, else by kind and period. */
  private SentenceWriter indicator(RulesStrategy strategy, String name) {
    RulesStrategy.IndicatorUse use = strategy.indicators().get(name);
    if (use == null) {
      return name(name);
    }
    String label = strategy.known().find(use.indicator()).map(IndicatorKind::label).orElse(name);
    if (use.period() instanceof Operand.ParameterValue value) {
      Parameter parameter = find(strategy, value.name());
      parameters.add(parameter.name());
      boolean named = parameter.label().startsWith(label);
      return name(named ? parameter.label() : label + " " + parameter.label());
    }
    return name(label + " " + strategy.number(use.period()).toPlainString());
  }

  private static Parameter find(RulesStrategy strategy, String name) {
    return strategy.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The block; parameters that an earlier one shows already are left out. */
  Sentence end(Sentence.Block block, Set<String> shown) {
    List<String> fresh = parameters.stream().filter(shown::add).toList();
    return new Sentence(
        block, parts.stream().filter(part -> !part.text().isEmpty()).toList(), fresh);
  }
}
