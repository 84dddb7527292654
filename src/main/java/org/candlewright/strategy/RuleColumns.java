package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** The rules of one instrument, compiled: input columns and the bars on which rules hold. */
final class RuleColumns {
  private final RuleInputs inputs;
  private final HeldPosition position = new HeldPosition();
  private final RuleNode[] rules;
  private final BarSet[] holds;
  private final OrderPrices[] prices;
  private int from;

  RuleColumns(RulesStrategy strategy, BarSeries bars) {
    this.inputs = new RuleInputs(strategy, bars);
    RuleNodes nodes = new RuleNodes(strategy, inputs, position);
    List<RulesStrategy.Rule> all = new ArrayList<>(strategy.entries());
    all.addAll(strategy.exits());
    List<RuleOrders.Exit> exits = strategy.orders().exits();
    this.rules =
        Stream.concat(
                all.stream().map(rule -> nodes.compile(rule.when())),
                exits.stream()
                    .map(exit -> exit.when().map(nodes::compile).orElseGet(AlwaysNode::new)))
            .toArray(RuleNode[]::new);
    this.prices =
        Stream.concat(
                all.stream().map(rule -> OrderPrices.of(rule, nodes)),
                exits.stream().map(exit -> OrderPrices.of(exit, nodes)))
            .toArray(OrderPrices[]::new);
    this.holds = Stream.generate(BarSet::new).limit(rules.length).toArray(BarSet[]::new);
  }

  /** The column of an operand that needs no position; asked for before the first block. */
  Series series(Operand operand) {
    return inputs.of(operand);
  }

  /** A column's value at a bar of the last block. */
  double value(Series series, int bar) {
    return series.values[bar - from];
  }

  List<IndicatorLine> lines() {
    return inputs.lines();
  }

  double lineValue(int line, int bar) {
    return inputs.lineValue(line, bar - from);
  }

  void update(int fromBar, int toBar) {
    from = fromBar;
    int size = toBar - fromBar;
    inputs.update(fromBar, toBar);
    for (int rule = 0; rule < rules.length; rule++) {
      holds[rule].resize(size);
      rules[rule].collect(size, holds[rule]);
    }
  }

  /** Says what is held at the bar that is asked about next. */
  void hold(int side, double barsInTrade, double entryPrice) {
    position.set(side, barsInTrade, entryPrice);
  }

  /** Prices of what the rule sends. */
  OrderPrices prices(int rule) {
    return prices[rule];
  }

  /** Where a bar of the last block stands in it. */
  int at(int bar) {
    return bar - from;
  }

  /** Whether the rule holds at a bar of the last block, with what is held now. */
  boolean holds(int rule, int bar) {
    boolean may = holds[rule].has(bar - from);
    return may && (!rules[rule].needsPosition() || rules[rule].holds(bar - from));
  }

  /** The first bar in [start, end) at which one of the rules in the mask may hold. */
  int next(int start, int end, long mask) {
    int best = end;
    for (int rule = 0; rule < rules.length; rule++) {
      if ((mask >> rule & 1) != 0) {
        best = from + holds[rule].next(start - from, best - from);
      }
    }
    return best;
  }

  /** The same while nothing is held, where conditions on the position have an answer. */
  int nextFlat(int start, int end, long mask) {
    hold(0, 0, Double.NaN);
    int bar = next(start, end, mask);
    while (bar < end && !any(bar, mask)) {
      bar = next(bar + 1, end, mask);
    }
    return bar;
  }

  private boolean any(int bar, long mask) {
    for (int rule = 0; rule < rules.length; rule++) {
      if ((mask >> rule & 1) != 0 && holds(rule, bar)) {
        return true;
      }
    }
    return false;
  }

  Explanation.Condition explain(int rule, int bar) {
    return rules[rule].explain(bar - from);
  }

  List<Explanation.Input> inputs(int bar) {
    return inputs.explain(bar - from);
  }

  void save(StateWriter out) {
    inputs.save(out);
    for (RuleNode rule : rules) {
      rule.save(out);
    }
  }

  void restore(StateReader in) {
    inputs.restore(in);
    for (RuleNode rule : rules) {
      rule.restore(in);
    }
  }
}
