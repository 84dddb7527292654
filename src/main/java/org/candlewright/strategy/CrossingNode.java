package org.candlewright.strategy;

import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** One column crosses another: before on or below, now above; or mirrored. */
final class CrossingNode implements RuleNode {
  private final boolean above;
  private final Series left;
  private final Series right;
  private double lastLeft = Double.NaN;
  private double lastRight = Double.NaN;
  private double firstLeft = Double.NaN;
  private double firstRight = Double.NaN;

  CrossingNode(boolean above, Series left, Series right) {
    this.above = above;
    this.left = left;
    this.right = right;
  }

  /** Below is above with the sides exchanged: before ≥ and now <. */
  private double[] upper() {
    return above ? left.values : right.values;
  }

  private double[] lower() {
    return above ? right.values : left.values;
  }

  @Override
  public void collect(int size, boolean[] out) {
    if (size == 0) {
      return;
    }
    double[] a = upper();
    double[] b = lower();
    firstLeft = lastLeft;
    firstRight = lastRight;
    out[0] = firstLeft <= firstRight && a[0] > b[0];
    boolean below = a[0] <= b[0];
    for (int i = 1; i < size; i++) {
      out[i] = below & a[i] > b[i];
      below = a[i] <= b[i];
    }
    lastLeft = a[size - 1];
    lastRight = b[size - 1];
  }

  @Override
  public boolean holds(int at) {
    double[] a = upper();
    double[] b = lower();
    boolean below = at == 0 ? firstLeft <= firstRight : a[at - 1] <= b[at - 1];
    return below && a[at] > b[at];
  }

  /** Whether both sides have values at the bar and at the one before. */
  boolean known(int at) {
    double[] a = upper();
    double[] b = lower();
    double before = at == 0 ? firstLeft + firstRight : a[at - 1] + b[at - 1];
    return !Double.isNaN(before) && !Double.isNaN(a[at] + b[at]);
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        left.label() + (above ? " crosses above " : " crosses below ") + right.label(),
        holds(at),
        left.values[at],
        right.values[at],
        above ? ">" : "<",
        List.of());
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(lastLeft);
    out.putDouble(lastRight);
  }

  @Override
  public void restore(StateReader in) {
    lastLeft = in.getDouble();
    lastRight = in.getDouble();
  }
}
