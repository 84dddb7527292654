package org.candlewright.strategy;

import java.util.List;

/** Two columns compared; false where a value is unknown. */
record ComparisonNode(Condition.Relation relation, Series left, Series right) implements RuleNode {
  @Override
  public void collect(int size, boolean[] out) {
    double[] a = left.values;
    double[] b = right.values;
    switch (relation) {
      case GREATER -> {
        for (int i = 0; i < size; i++) {
          out[i] = a[i] > b[i];
        }
      }
      case LESS -> {
        for (int i = 0; i < size; i++) {
          out[i] = a[i] < b[i];
        }
      }
      default -> {
        for (int i = 0; i < size; i++) {
          out[i] = relation.holds(a[i], b[i]);
        }
      }
    }
  }

  /** Compares only where it still matters, which after a crossing is hardly anywhere. */
  @Override
  public void narrow(int size, boolean[] out, boolean[] scratch) {
    for (int i = 0; i < size; i++) {
      if (out[i]) {
        out[i] = holds(i);
      }
    }
  }

  @Override
  public boolean holds(int at) {
    return relation.holds(left.values[at], right.values[at]);
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        left.label() + " " + relation.sign() + " " + right.label(),
        holds(at),
        left.values[at],
        right.values[at],
        relation.sign(),
        List.of());
  }
}
