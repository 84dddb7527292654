package org.candlewright.strategy;

import java.util.Arrays;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Values of the current block and of so many bars before it, NaN where there are none. */
final class RememberedColumn {
  private final int depth;
  private double[] values;
  private int size;
  private int from;

  /**
   * @param depth how many bars before the block are remembered
   */
  RememberedColumn(int depth) {
    this.depth = depth;
    this.values = new double[depth];
    this.size = depth;
    Arrays.fill(values, Double.NaN);
  }

  /** Takes the values of bars [fromBar, fromBar + count). */
  void take(int fromBar, double[] block, int count) {
    double[] room = values.length < depth + count ? new double[depth + count] : values;
    System.arraycopy(values, size - depth, room, 0, depth);
    values = room;
    System.arraycopy(block, 0, values, depth, count);
    size = depth + count;
    from = fromBar;
  }

  /** A bar of the block, or one of those before it. */
  double at(int bar) {
    return values[bar - from + depth];
  }

  void save(StateWriter out) {
    out.putLong((long) from + size - depth);
    for (int i = size - depth; i < size; i++) {
      out.putDouble(values[i]);
    }
  }

  void restore(StateReader in) {
    from = in.getInt();
    size = depth;
    for (int i = 0; i < depth; i++) {
      values[i] = in.getDouble();
    }
  }
}
