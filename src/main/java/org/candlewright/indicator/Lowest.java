package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Lowest value of the last n, the current one included. Valid from bar n − 1. Source: TA-Lib, MIN.
 */
final class Lowest implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("lowest", "Lowest", "Lowest value of the last bars, this one included.")
          .formula("min(x, x₋₁, …, x₋₍ₙ₋₁₎)", "TA-Lib, MIN")
          .reads(PriceSource.LOW)
          .bars("period", "Period", 20)
          .make(set -> new Lowest(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RollingExtreme extreme;

  Lowest(int period, ValueSource source) {
    this.source = source;
    this.extreme = RollingExtreme.lowest(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      values[i] = Double.isNaN(in[i]) ? Double.NaN : next(in[i]);
    }
  }

  private double next(double value) {
    return extreme.next(value);
  }

  @Override
  public void save(StateWriter out) {
    extreme.save(out);
  }

  @Override
  public void restore(StateReader in) {
    extreme.restore(in);
  }
}
