package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Slope of the least-squares line through the last n values, per bar. Valid from bar n − 1. Source:
 * TA-Lib, LINEARREG_SLOPE.
 */
final class Slope implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("slope", "Slope", "Slope of the regression line, per bar.")
          .formula(
              "(12·Σ i·xᵢ − 6(n + 1)·Σ xᵢ) / (n(n² − 1)), i = 1 … n", "TA-Lib, LINEARREG_SLOPE")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 2, 14)
          .pane(IndicatorPane.OWN)
          .make(set -> new Slope(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RollingTrend window;
  private final int period;
  private final double divisor;

  Slope(int period, ValueSource source) {
    this.source = source;
    this.window = new RollingTrend(period);
    this.period = period;
    this.divisor = (double) period * ((double) period * period - 1);
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
    return window.add(value)
        ? (12 * window.weightedSum() - 6 * (period + 1.0) * window.sum()) / divisor
        : Double.NaN;
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
