package org.candlewright.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.IndicatorLine;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.StrategyProgram;

/** A strategy that does what a test writes down for the close of each bar. */
final class Script implements StrategyProgram {
  static final int ENTRY = 0;
  static final int STOP = 1;
  static final int TARGET = 2;
  static final int TRAIL = 3;
  static final int BREAK_EVEN = 4;
  static final int EXIT = 5;

  private final Map<Integer, Consumer<DecisionPass>> acts = new TreeMap<>();
  private final CloseRule rule;
  private final Legs legs;

  Script(CloseRule rule) {
    this(rule, Legs.ONE);
  }

  Script(CloseRule rule, Legs legs) {
    this.rule = rule;
    this.legs = legs;
  }

  Script at(int bar, Consumer<DecisionPass> act) {
    acts.put(bar, act);
    return this;
  }

  @Override
  public CloseRule closeRule() {
    return rule;
  }

  @Override
  public Legs legs() {
    return legs;
  }

  @Override
  public int minimumBars() {
    return 0;
  }

  @Override
  public int warmUpBars() {
    return 0;
  }

  @Override
  public List<String> reasons() {
    return List.of("entry", "stop", "target", "trail", "break_even", "exit");
  }

  @Override
  public void update(int instrument, int from, int to) {}

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    for (int bar : acts.keySet()) {
      if (bar >= from && bar < to) {
        return bar;
      }
    }
    return to;
  }

  @Override
  public void decide(DecisionPass pass) {
    if (pass.closed(0)) {
      acts.getOrDefault(pass.bar(0), ignored -> {}).accept(pass);
    }
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return List.of();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return Double.NaN;
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    return new Explanation(List.of(), List.of());
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void restore(StateReader in) {}
}
