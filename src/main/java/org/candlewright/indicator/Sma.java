package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Simple moving average: the mean of the last n values. Valid from bar n − 1. Source: TA-Lib, SMA.
 */
final class Sma implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("sma", "SMA", "Simple moving average.")
          .formula("(x + x₋₁ + … + x₋₍ₙ₋₁₎) / n", "TA-Lib, SMA")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 20)
          .make(set -> new Sma(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RollingMean mean;

  Sma(int period, ValueSource source) {
    this.source = source;
    this.mean = new RollingMean(period);
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
    return mean.next(value);
  }

  @Override
  public void save(StateWriter out) {
    mean.save(out);
  }

  @Override
  public void restore(StateReader in) {
    mean.restore(in);
  }
}
