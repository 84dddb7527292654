package org.candlewright.strategy;

import java.util.List;

/** One column crosses another: before on or below, now above; or mirrored. */
record CrossingNode(boolean above, CrossingColumn column) implements RuleNode {
  @Override
  public void collect(int size, BarSet out) {
    out.copy(column.crossings(above));
  }

  @Override
  public void narrow(int size, BarSet out, BarSet scratch) {
    out.retain(column.crossings(above));
  }

  @Override
  public boolean holds(int at) {
    return column.crossings(above).has(at);
  }

  /** Whether both sides have values at the bar and at the one before. */
  boolean known(int at) {
    return column.known(at);
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        column.left.label()
            + (above ? " crosses above " : " crosses below ")
            + column.right.label(),
        holds(at),
        column.left.values[at],
        column.right.values[at],
        above ? ">" : "<",
        List.of());
  }
}
