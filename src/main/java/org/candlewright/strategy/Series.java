package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A named column of values over the bars of the current block; what an operand compiles to. */
abstract class Series implements Stage {
  private final String label;

  /** Values of the block's bars in [0, size). */
  double[] values = new double[0];

  Series(String label) {
    this.label = label;
  }

  /** Name in explanations. */
  String label() {
    return label;
  }

  /** Makes room for a block. */
  void reserve(int size) {
    if (values.length < size) {
      values = new double[size];
    }
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void restore(StateReader in) {}
}
