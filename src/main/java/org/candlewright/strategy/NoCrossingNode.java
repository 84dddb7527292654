package org.candlewright.strategy;

import java.util.List;

/** Known to cross nothing: false where a value before or now is missing. */
record NoCrossingNode(CrossingNode crossing) implements RuleNode {
  @Override
  public void collect(int size, BarSet out) {
    for (int i = 0; i < size; i++) {
      out.put(i, holds(i));
    }
  }

  @Override
  public boolean holds(int at) {
    return !crossing.holds(at) && crossing.known(at);
  }

  @Override
  public Explanation.Condition explain(int at) {
    Explanation.Condition inner = crossing.explain(at);
    return new Explanation.Condition(
        "not " + inner.text(), holds(at), Double.NaN, Double.NaN, "", List.of(inner));
  }
}
