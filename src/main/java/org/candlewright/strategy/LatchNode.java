package org.candlewright.strategy;

import java.util.List;

/** A latch is set, or is not. */
record LatchNode(boolean wanted, LatchColumn latch) implements RuleNode {
  @Override
  public void collect(int size, BarSet out) {
    for (int i = 0; i < size; i++) {
      out.put(i, holds(i));
    }
  }

  @Override
  public boolean holds(int at) {
    return latch.at(at) == wanted;
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        latch.name() + (wanted ? " is set" : " is not set"),
        holds(at),
        latch.at(at) ? 1 : 0,
        wanted ? 1 : 0,
        "=",
        List.of());
  }
}
