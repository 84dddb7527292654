package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Distance from the mean of the last n values, this one included, in deviations; of the sample (n −
 * 1) unless the population's is asked for. Without deviation it is unknown. Valid from bar n − 1.
 * Source: the standard score of statistics.
 */
final class ZScore implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("zscore", "Z-score", "Distance from the rolling mean in deviations.")
          .formula(
              "(x − mean) / deviation of the last n, with sample = 0 the population's",
              "statistics")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 2, 100)
          .whole("sample", "Of the sample", "0 or 1", 0, 1, 1)
          .pane(IndicatorPane.OWN.guides(-2, 2))
          .make(set -> new ZScore(set.whole("period"), set.whole("sample"), set.source()));

  private final ValueSource source;
  private final RollingMoments window;
  private final int divisor;

  ZScore(int period, int sample, ValueSource source) {
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
    if (!window.add(value)) {
      return Double.NaN;
    }
    double deviation = window.deviation(divisor);
    return deviation == 0 ? Double.NaN : (value - window.mean()) / deviation;
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
