package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Standard deviation of the last n values, of the population (divided by n) unless the sample's (n
 * − 1) is asked for. Valid from bar n − 1. Source: TA-Lib, STDDEV; sums as in RollingMoments, so
 * that large prices cost no digits.
 */
final class Deviation implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("stdev", "Deviation", "Rolling standard deviation.")
          .formula("√(Σ (x − mean)² / n), with sample = 1 divided by n − 1", "TA-Lib, STDDEV")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 2, 20)
          .whole("sample", "Of the sample", "0 or 1", 0, 1, 0)
          .pane(IndicatorPane.OWN)
          .make(set -> new Deviation(set.whole("period"), set.whole("sample"), set.source()));

  private final ValueSource source;
  private final RollingMoments window;
  private final int divisor;

  Deviation(int period, int sample, ValueSource source) {
    this.source = source;
    this.window = new RollingMoments(period);
    this.divisor = period - sample;
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
    return window.add(value) ? window.deviation(divisor) : Double.NaN;
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
