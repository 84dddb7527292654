package org.candlewright.strategy;

import java.util.List;

/** Two columns compared; false where a value is unknown. */
record ComparisonNode(Condition.Relation relation, Series left, Series right) implements RuleNode {
  @Override
  public void collect(int size, BarSet out) {
    double[] a = left.values;
    double[] b = right.values;
    for (int word = 0; word < out.words(); word++) {
      int begin = BarSet.begin(word);
      int bars = out.end(word) - begin;
      long bits = 0;
      switch (relation) {
        case GREATER -> {
          for (int i = 0; i < bars; i++) {
            bits |= (a[begin + i] > b[begin + i] ? 1L : 0L) << i;
          }
        }
        case LESS -> {
          for (int i = 0; i < bars; i++) {
            bits |= (a[begin + i] < b[begin + i] ? 1L : 0L) << i;
          }
        }
        default -> {
          for (int i = 0; i < bars; i++) {
            bits |= (relation.holds(a[begin + i], b[begin + i]) ? 1L : 0L) << i;
          }
        }
      }
      out.word(word, bits);
    }
  }

  /** Compares only where it still matters, which after a crossing is hardly anywhere. */
  @Override
  public void narrow(int size, BarSet out, BarSet scratch) {
    for (int i = out.next(0, size); i < size; i = out.next(i + 1, size)) {
      if (!holds(i)) {
        out.put(i, false);
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
