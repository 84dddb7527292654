package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Weighted moving average: weights n for the newest value down to 1 for the oldest, divided by n(n
 * + 1) / 2. Valid from bar n − 1. Source: TA-Lib, WMA.
 */
final class Wma implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("wma", "WMA", "Linearly weighted moving average.")
          .formula("(n·x + (n − 1)·x₋₁ + … + 1·x₋₍ₙ₋₁₎) / (n(n + 1) / 2)", "TA-Lib, WMA")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 20)
          .make(set -> new Wma(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RollingTrend window;
  private final double weights;

  Wma(int period, ValueSource source) {
    this.source = source;
    this.window = new RollingTrend(period);
    this.weights = period * (period + 1.0) / 2;
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
    return window.add(value) ? window.base() + window.weightedSum() / weights : Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    window.save(out);
  }

  @Override
  public void restore(StateReader in) {
    window.restore(in);
  }
}
