package org.candlewright.strategy;

import java.util.List;

/** A comparison in which something of the position takes part: known only when it is asked. */
record PositionNode(Condition.Relation relation, Term left, Term right) implements RuleNode {
  /** A value that may depend on the position. */
  interface Term {
    String label();

    double at(int bar);
  }

  @Override
  public void collect(int size, BarSet out) {
    out.fill();
  }

  @Override
  public boolean holds(int at) {
    return relation.holds(left.at(at), right.at(at));
  }

  @Override
  public boolean needsPosition() {
    return true;
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        left.label() + " " + relation.sign() + " " + right.label(),
        holds(at),
        left.at(at),
        right.at(at),
        relation.sign(),
        List.of());
  }

  /** Something of the position itself. */
  record Held(String label, Operand.PositionField field, HeldPosition position) implements Term {
    @Override
    public double at(int bar) {
      return position.value(field);
    }
  }

  /** A column. */
  record Plain(Series series) implements Term {
    @Override
    public String label() {
      return series.label();
    }

    @Override
    public double at(int bar) {
      return series.values[bar];
    }
  }

  /** Arithmetic, from left to right. */
  record Calculated(String label, Operand.Operator operator, List<Term> parts) implements Term {
    @Override
    public double at(int bar) {
      double value = parts.getFirst().at(bar);
      if (parts.size() == 1) {
        return operator.apply(value, 0);
      }
      for (int i = 1; i < parts.size(); i++) {
        value = operator.apply(value, parts.get(i).at(bar));
      }
      return value;
    }
  }
}
