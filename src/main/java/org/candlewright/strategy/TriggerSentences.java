package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Triggers and rules in words. */
final class TriggerSentences {
  private TriggerSentences() {}

  static List<Sentence> of(TriggersStrategy strategy, Set<String> shown) {
    List<Sentence> all = new ArrayList<>();
    all.add(
        new SentenceWriter()
            .plain("Look each bar at instruments that trade enough, are tight and are not banned")
            .parameters(starting(strategy, "universe."))
            .end(Sentence.Block.ENTRY, shown));
    for (MarketRegime regime : MarketRegime.values()) {
      all.add(regime(strategy, regime).end(Sentence.Block.ENTRY, shown));
    }
    for (TriggerRule rule : TriggerRule.ALL) {
      SentenceWriter words =
          strategy.enabled().contains(rule.trigger()) ? rule(strategy, rule) : off(strategy, rule);
      all.add(words.end(Sentence.Block.ENTRY, shown));
    }
    all.add(
        new SentenceWriter()
            .plain("Enter the surest first, with a conviction of at least ")
            .parameter(Parameter.find(strategy.parameters(), "min_conviction"))
            .parameters(common(strategy))
            .end(Sentence.Block.ENTRY, shown));
    all.add(
        new SentenceWriter()
            .plain("Leave at the rule's stop or target, or after its longest time")
            .end(Sentence.Block.PROTECT, shown));
    return all;
  }

  private static SentenceWriter regime(TriggersStrategy strategy, MarketRegime regime) {
    List<String> words = strategy.allowed().getOrDefault(regime.word(), List.of());
    return new SentenceWriter()
        .plain("In ")
        .name(regime.word())
        .plain(words.isEmpty() ? " enter nothing" : " look for ")
        .plain(String.join(", ", words).replace('_', ' '))
        .parameters(starting(strategy, regime.qualified("")));
  }

  private static SentenceWriter rule(TriggersStrategy strategy, TriggerRule rule) {
    TriggerKind kind =
        Triggers.ALL.stream()
            .filter(each -> each.name().equals(rule.trigger()))
            .findFirst()
            .orElseThrow();
    return new SentenceWriter()
        .name(rule.label())
        .plain(": go ")
        .side(rule.side())
        .plain(rule.direction() == 0 ? "" : rule.direction() > 0 ? " on a rise" : " on a fall")
        .plain(". " + kind.help())
        .parameters(starting(strategy, rule.qualified("")));
  }

  private static SentenceWriter off(TriggersStrategy strategy, TriggerRule rule) {
    return new SentenceWriter()
        .name(rule.label())
        .plain(": not looked for")
        .parameters(starting(strategy, rule.qualified("")));
  }

  private static List<Parameter> starting(TriggersStrategy strategy, String prefix) {
    return strategy.parameters().stream().filter(each -> each.name().startsWith(prefix)).toList();
  }

  private static List<Parameter> common(TriggersStrategy strategy) {
    return strategy.parameters().stream().filter(each -> each.name().indexOf('.') < 0).toList();
  }
}
