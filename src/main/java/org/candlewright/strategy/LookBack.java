package org.candlewright.strategy;

import java.util.List;
import java.util.stream.Stream;

/** How many bars the conditions of a strategy look back besides its indicators. */
final class LookBack {
  private final RulesStrategy strategy;

  private LookBack(RulesStrategy strategy) {
    this.strategy = strategy;
  }

  /** The most of any condition; bars that nested conditions look back add up. */
  static int of(RulesStrategy strategy) {
    LookBack all = new LookBack(strategy);
    return Stream.of(
            strategy.entries().stream().map(RulesStrategy.Rule::when),
            strategy.exits().stream().map(RulesStrategy.Rule::when),
            strategy.orders().exits().stream().flatMap(exit -> exit.when().stream()),
            strategy.latches().values().stream()
                .flatMap(latch -> Stream.of(latch.set(), latch.reset())))
        .flatMap(conditions -> conditions)
        .mapToInt(all::bars)
        .max()
        .orElse(0);
  }

  private int bars(Condition condition) {
    return switch (condition) {
      case Condition.All all -> most(all.parts());
      case Condition.Any any -> most(any.parts());
      case Condition.Not not -> bars(not.part());
      case Condition.Crosses crosses -> Math.max(bars(crosses.left()), bars(crosses.right()));
      case Condition.Compare compare -> Math.max(bars(compare.left()), bars(compare.right()));
      case Condition.Recently recently -> count(recently.bars()) + bars(recently.part());
      case Condition.Latched ignored -> 0;
      case Condition.Session ignored -> 0;
    };
  }

  private int most(List<Condition> parts) {
    return parts.stream().mapToInt(this::bars).max().orElse(0);
  }

  private int bars(Operand operand) {
    return switch (operand) {
      case Operand.Ago ago -> count(ago.bars()) + bars(ago.value());
      case Operand.Calculation calculation ->
          calculation.parts().stream().mapToInt(this::bars).max().orElse(0);
      default -> 0;
    };
  }

  private int count(Operand bars) {
    return strategy.number(bars).intValueExact();
  }
}
