package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Where two columns of a block cross, either way: before on or on the other side, now beyond. Both
 * ways come of the same two comparisons a bar, so that rules and their opposites share them.
 */
final class CrossingColumn implements Stage {
  final Series left;
  final Series right;
  private final BarSet above = new BarSet();
  private final BarSet below = new BarSet();
  private double lastLeft = Double.NaN;
  private double lastRight = Double.NaN;
  private double firstLeft = Double.NaN;
  private double firstRight = Double.NaN;

  CrossingColumn(Series left, Series right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public void update(int size) {
    above.resize(size);
    below.resize(size);
    if (size == 0) {
      return;
    }
    firstLeft = lastLeft;
    firstRight = lastRight;
    double[] a = left.values;
    double[] b = right.values;
    long wasAtMost = lastLeft <= lastRight ? 1 : 0;
    long wasAtLeast = lastLeft >= lastRight ? 1 : 0;
    for (int word = 0; word < above.words(); word++) {
      int begin = BarSet.begin(word);
      int bars = above.end(word) - begin;
      long atMost = 0;
      long atLeast = 0;
      for (int i = 0; i < bars; i++) {
        double x = a[begin + i];
        double y = b[begin + i];
        atMost |= (x <= y ? 1L : 0L) << i;
        atLeast |= (x >= y ? 1L : 0L) << i;
      }
      // A missing value is on neither side, so that nothing crosses from it or to it.
      above.word(word, atLeast & ~atMost & (atMost << 1 | wasAtMost));
      below.word(word, atMost & ~atLeast & (atLeast << 1 | wasAtLeast));
      wasAtMost = atMost >>> (bars - 1);
      wasAtLeast = atLeast >>> (bars - 1);
    }
    lastLeft = a[size - 1];
    lastRight = b[size - 1];
  }

  /** Bars of the block on which the left column comes above the right one, or below it. */
  BarSet crossings(boolean upward) {
    return upward ? above : below;
  }

  /** Whether both columns have values at the bar and at the one before. */
  boolean known(int at) {
    double before = at == 0 ? firstLeft + firstRight : left.values[at - 1] + right.values[at - 1];
    return !Double.isNaN(before) && !Double.isNaN(left.values[at] + right.values[at]);
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
