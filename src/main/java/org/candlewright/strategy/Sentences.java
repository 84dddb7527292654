package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A strategy in words, block by block, in the order a form shows them. */
public final class Sentences {
  private Sentences() {}

  public static List<Sentence> of(StrategyDefinition strategy) {
    Set<String> shown = new HashSet<>();
    List<Sentence> sentences =
        new ArrayList<>(
            switch (strategy) {
              case RulesStrategy rules -> rules(rules, shown);
              case FundingCarryStrategy carry -> carry(carry, shown);
              case WeightedSignalsStrategy signals -> weighted(signals, shown);
              case DcaStrategy averaging -> AveragingSentences.of(averaging, shown);
              case GridStrategy grid -> GridSentences.of(grid, shown);
              case TriggersStrategy triggers -> TriggerSentences.of(triggers, shown);
              case BranchStrategy branch -> branch(branch, shown);
              case PairsStrategy pairs -> PairSentences.of(pairs, shown);
            });
    sentences.add(SizingWords.of(strategy).end(Sentence.Block.SIZE, shown));
    return List.copyOf(sentences);
  }

  private static List<Sentence> branch(BranchStrategy strategy, Set<String> shown) {
    List<Sentence> sentences = new ArrayList<>(of(strategy.base()));
    // Its last sentence is on size, which the branch shares.
    sentences.removeLast();
    sentences.add(
        new SentenceWriter()
            .plain("By hand from ")
            .plain(java.time.Instant.ofEpochMilli(strategy.fromMillis()).toString())
            .plain(" on: ")
            .plain(
                strategy.actions().size() == 1 ? "1 order" : strategy.actions().size() + " orders")
            .end(Sentence.Block.ENTRY, shown));
    return sentences;
  }

  private static List<Sentence> rules(RulesStrategy strategy, Set<String> shown) {
    List<Sentence> sentences = new ArrayList<>();
    List<RulesStrategy.Rule> before = new ArrayList<>();
    for (RulesStrategy.Rule rule : strategy.entries()) {
      SentenceWriter text = new SentenceWriter().plain("Enter ").side(rule.side());
      boolean mirrored =
          before.stream()
              .anyMatch(
                  other -> other.side() != rule.side() && mirror(other.when()).equals(rule.when()));
      sentences.add(
          (mirrored
                  ? text.plain(" on the mirror image")
                  : RuleOrderWords.prices(
                      strategy,
                      rule.action(),
                      text.plain(" when ").condition(strategy, rule.when())))
              .end(Sentence.Block.ENTRY, shown));
      before.add(rule);
    }
    for (RulesStrategy.Rule rule : strategy.exits()) {
      SentenceWriter text =
          new SentenceWriter()
              .plain("Exit ")
              .plain(RuleOrderWords.share(rule.action()))
              .side(rule.side())
              .plain(" when ")
              .condition(strategy, rule.when());
      sentences.add(
          text.plain(RuleOrderWords.atClose(rule.action())).end(Sentence.Block.EXIT, shown));
    }
    RuleOrderWords.resting(strategy, shown, sentences);
    protection(strategy, shown, sentences);
    switch (strategy.onOpposite()) {
      case REVERSE ->
          sentences.add(
              new SentenceWriter()
                  .plain("Exit on the opposite signal and reverse; spot only exits")
                  .end(Sentence.Block.EXIT, shown));
      case CLOSE ->
          sentences.add(
              new SentenceWriter()
                  .plain("Exit on the opposite signal")
                  .end(Sentence.Block.EXIT, shown));
      case IGNORE -> {}
    }
    return sentences;
  }

  private static void protection(
      RulesStrategy strategy, Set<String> shown, List<Sentence> sentences) {
    ExitRules exits = strategy.protection();
    exits
        .stop()
        .ifPresent(
            stop ->
                sentences.add(
                    new SentenceWriter()
                        .plain("Stop at ")
                        .level(strategy, stop)
                        .end(Sentence.Block.PROTECT, shown)));
    for (ExitRules.Target target : exits.targets()) {
      SentenceWriter text =
          new SentenceWriter().plain("Take profit at ").level(strategy, target.level());
      if (exits.targets().size() > 1) {
        text.plain(" with ")
            .name(target.share().movePointRight(2).stripTrailingZeros().toPlainString() + " %");
      }
      sentences.add(text.end(Sentence.Block.PROTECT, shown));
    }
    exits
        .trailing()
        .ifPresent(
            trailing -> {
              SentenceWriter text =
                  new SentenceWriter()
                      .plain("Trail a stop by ")
                      .level(strategy, trailing.distance());
              trailing
                  .activation()
                  .ifPresent(level -> text.plain(" once ahead by ").level(strategy, level));
              sentences.add(text.end(Sentence.Block.PROTECT, shown));
            });
    exits
        .breakEven()
        .ifPresent(
            rule ->
                sentences.add(
                    new SentenceWriter()
                        .plain("Move the stop to the entry price once ahead by ")
                        .level(strategy, rule.after())
                        .end(Sentence.Block.PROTECT, shown)));
  }

  /** The condition with above and below exchanged. */
  static Condition mirror(Condition condition) {
    return switch (condition) {
      case Condition.All all ->
          new Condition.All(all.parts().stream().map(Sentences::mirror).toList());
      case Condition.Any any ->
          new Condition.Any(any.parts().stream().map(Sentences::mirror).toList());
      case Condition.Not not -> new Condition.Not(mirror(not.part()));
      case Condition.Crosses crosses ->
          new Condition.Crosses(!crosses.above(), crosses.left(), crosses.right());
      case Condition.Compare compare ->
          new Condition.Compare(compare.relation().mirrored(), compare.left(), compare.right());
      case Condition.Recently recently ->
          new Condition.Recently(recently.each(), recently.bars(), mirror(recently.part()));
      case Condition.Latched latched -> latched;
      case Condition.Session session -> session;
    };
  }

  private static List<Sentence> carry(FundingCarryStrategy strategy, Set<String> shown) {
    List<Parameter> parameters = strategy.parameters();
    boolean scored = strategy.signal() == FundingCarryStrategy.Signal.COMPOSITE;
    return List.of(
        new SentenceWriter()
            .plain("Buy spot and sell the perpetual ")
            .side(-1)
            .plain(scored ? " when its score reaches " : " when the settled rate reaches ")
            .parameter(parameters.get(0))
            .plain(", the richest first, up to ")
            .parameter(parameters.get(2))
            .parameters(parameters.subList(3, parameters.size()))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Close both legs when the " + (scored ? "score" : "settled rate") + " falls to ")
            .parameter(parameters.get(1))
            .end(Sentence.Block.EXIT, shown),
        new SentenceWriter()
            .plain("Close both legs when no rate was settled for two intervals")
            .end(Sentence.Block.PROTECT, shown));
  }

  private static List<Sentence> weighted(WeightedSignalsStrategy strategy, Set<String> shown) {
    List<Sentence> sentences = new ArrayList<>();
    for (String name : strategy.signals()) {
      SignalKind kind = Signals.find(name).orElseThrow();
      List<Parameter> own =
          strategy.parameters().stream()
              .filter(parameter -> parameter.name().startsWith(kind.qualified("")))
              .toList();
      sentences.add(
          new SentenceWriter()
              .name(kind.label())
              .plain(": " + kind.help())
              .parameters(own)
              .end(Sentence.Block.ENTRY, shown));
    }
    List<Parameter> common = strategy.parameters().subList(0, 5);
    sentences.add(
        new SentenceWriter()
            .plain("Enter ")
            .side(1)
            .plain(" or ")
            .side(-1)
            .plain(" when the weighted score says so; the opposite closes")
            .parameters(common)
            .end(Sentence.Block.ENTRY, shown));
    sentences.add(
        new SentenceWriter()
            .plain("Leave at a stop or target in percent of price")
            .parameters(strategy.parameters().subList(5, 7))
            .end(Sentence.Block.PROTECT, shown));
    return sentences;
  }
}
