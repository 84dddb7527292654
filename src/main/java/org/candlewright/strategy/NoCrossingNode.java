package org.candlewright.strategy;

import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Known to cross nothing: false where a value before or now is missing. */
record NoCrossingNode(CrossingNode crossing) implements RuleNode {
  @Override
  public void collect(int size, boolean[] out) {
    crossing.collect(size, out);
    for (int i = 0; i < size; i++) {
      out[i] = !out[i] && crossing.known(i);
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

  @Override
  public void save(StateWriter out) {
    crossing.save(out);
  }

  @Override
  public void restore(StateReader in) {
    crossing.restore(in);
  }
}
