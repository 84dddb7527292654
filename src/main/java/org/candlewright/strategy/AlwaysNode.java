package org.candlewright.strategy;

import java.util.List;

/** What stands for a condition where none is given: it holds on every bar. */
record AlwaysNode() implements RuleNode {
  @Override
  public void collect(int size, BarSet out) {
    out.fill();
  }

  @Override
  public boolean holds(int at) {
    return true;
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition("on every bar", true, 0, 0, "", List.of());
  }
}
