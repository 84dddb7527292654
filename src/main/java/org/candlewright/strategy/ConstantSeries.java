package org.candlewright.strategy;

import java.util.Arrays;

/** A number on every bar. */
final class ConstantSeries extends Series {
  private final double value;

  ConstantSeries(String label, double value) {
    super(label);
    this.value = value;
  }

  @Override
  public void update(int size) {
    if (values.length < size) {
      values = new double[size];
      Arrays.fill(values, value);
    }
  }
}
