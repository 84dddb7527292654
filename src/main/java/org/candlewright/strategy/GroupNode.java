package org.candlewright.strategy;

import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** All or any of several conditions. */
final class GroupNode implements RuleNode {
  private final boolean all;
  private final List<RuleNode> parts;
  private final boolean needsPosition;
  private final BarSet scratch = new BarSet();

  GroupNode(boolean all, List<RuleNode> parts) {
    this.all = all;
    this.parts = parts;
    this.needsPosition = parts.stream().anyMatch(RuleNode::needsPosition);
  }

  @Override
  public void collect(int size, BarSet out) {
    scratch.resize(size);
    parts.getFirst().collect(size, out);
    for (int part = 1; part < parts.size(); part++) {
      if (all) {
        parts.get(part).narrow(size, out, scratch);
        continue;
      }
      parts.get(part).collect(size, scratch);
      out.add(scratch);
    }
  }

  @Override
  public boolean holds(int at) {
    // By index: this is asked on every bar of a trade and must not allocate an iterator.
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).holds(at) != all) {
        return !all;
      }
    }
    return all;
  }

  @Override
  public boolean needsPosition() {
    return needsPosition;
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        all ? "all of" : "any of",
        holds(at),
        Double.NaN,
        Double.NaN,
        "",
        parts.stream().map(part -> part.explain(at)).toList());
  }

  @Override
  public void save(StateWriter out) {
    parts.forEach(part -> part.save(out));
  }

  @Override
  public void restore(StateReader in) {
    parts.forEach(part -> part.restore(in));
  }
}
