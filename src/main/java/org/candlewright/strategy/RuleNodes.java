package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles conditions. */
final class RuleNodes {
  private final RulesStrategy strategy;
  private final RuleInputs inputs;
  private final HeldPosition position;
  private final Map<String, LatchColumn> latches = new LinkedHashMap<>();

  /** Crossings of the same columns are found once, whichever way a rule asks. */
  private final List<CrossingColumn> crossings = new ArrayList<>();

  RuleNodes(RulesStrategy strategy, RuleInputs inputs, HeldPosition position) {
    this.strategy = strategy;
    this.inputs = inputs;
    this.position = position;
    strategy.latches().forEach(this::addLatch);
  }

  private void addLatch(String name, RulesStrategy.Latch latch) {
    LatchColumn column = new LatchColumn(name, compile(latch.set()), compile(latch.reset()));
    inputs.addStage(column);
    latches.put(name, column);
  }

  RuleNode compile(Condition condition) {
    return compile(condition, true);
  }

  /**
   * The condition or its negation, which moves down to the comparisons: there a value that is still
   * warming up makes it false, as it makes every condition.
   */
  private RuleNode compile(Condition condition, boolean wanted) {
    return switch (condition) {
      case Condition.All all -> new GroupNode(wanted, parts(all.parts(), wanted));
      case Condition.Any any -> new GroupNode(!wanted, parts(any.parts(), wanted));
      case Condition.Not not -> compile(not.part(), !wanted);
      case Condition.Crosses crosses -> {
        CrossingNode node = crossing(crosses);
        yield wanted ? node : new NoCrossingNode(node);
      }
      case Condition.Compare compare -> comparison(compare, wanted);
      case Condition.Recently recently ->
          new RecentNode(
              recently.each() == wanted,
              strategy.number(recently.bars()).intValueExact(),
              compile(recently.part(), wanted));
      case Condition.Latched latched -> new LatchNode(wanted, latch(latched.name()));
      case Condition.Session session -> new SessionNode(wanted, session, inputs.prices());
    };
  }

  private CrossingNode crossing(Condition.Crosses crosses) {
    Series left = inputs.of(crosses.left());
    Series right = inputs.of(crosses.right());
    for (CrossingColumn known : crossings) {
      if (known.left == left && known.right == right) {
        return new CrossingNode(crosses.above(), known);
      }
    }
    CrossingColumn column = new CrossingColumn(left, right);
    crossings.add(column);
    inputs.addStage(column);
    return new CrossingNode(crosses.above(), column);
  }

  private List<RuleNode> parts(List<Condition> parts, boolean wanted) {
    return parts.stream().map(part -> compile(part, wanted)).toList();
  }

  private LatchColumn latch(String name) {
    LatchColumn latch = latches.get(name);
    if (latch == null) {
      throw new IllegalArgumentException(name);
    }
    return latch;
  }

  private RuleNode comparison(Condition.Compare compare, boolean wanted) {
    Condition.Relation relation = wanted ? compare.relation() : compare.relation().opposite();
    if (needsPosition(compare.left()) || needsPosition(compare.right())) {
      return new PositionNode(relation, term(compare.left()), term(compare.right()));
    }
    return new ComparisonNode(relation, inputs.of(compare.left()), inputs.of(compare.right()));
  }

  /** The value of an operand, which may depend on the position. */
  PositionNode.Term term(Operand operand) {
    return switch (operand) {
      case Operand.Position held ->
          new PositionNode.Held(inputs.label(held), held.field(), position);
      case Operand.Calculation calculation when needsPosition(calculation) ->
          new PositionNode.Calculated(
              inputs.label(calculation),
              calculation.operator(),
              calculation.parts().stream().map(this::term).toList());
      default -> new PositionNode.Plain(inputs.of(operand));
    };
  }

  /** Whether an operand depends on the position. */
  static boolean needsPosition(Operand operand) {
    return switch (operand) {
      case Operand.Position ignored -> true;
      case Operand.Calculation calculation ->
          calculation.parts().stream().anyMatch(RuleNodes::needsPosition);
      case Operand.Ago ago -> needsPosition(ago.value());
      default -> false;
    };
  }
}
