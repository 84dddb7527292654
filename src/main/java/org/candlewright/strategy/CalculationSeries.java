package org.candlewright.strategy;

import java.util.List;

/** Arithmetic over other columns, from left to right. */
final class CalculationSeries extends Series {
  private final Operand.Operator operator;
  private final List<Series> parts;

  CalculationSeries(String label, Operand.Operator operator, List<Series> parts) {
    super(label);
    this.operator = operator;
    this.parts = parts;
  }

  @Override
  public void update(int size) {
    reserve(size);
    double[] first = parts.getFirst().values;
    if (parts.size() == 1) {
      for (int i = 0; i < size; i++) {
        values[i] = operator.apply(first[i], 0);
      }
      return;
    }
    for (int part = 1; part < parts.size(); part++) {
      double[] left = part == 1 ? first : values;
      double[] right = parts.get(part).values;
      for (int i = 0; i < size; i++) {
        values[i] = operator.apply(left[i], right[i]);
      }
    }
  }
}
