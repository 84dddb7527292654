package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Wilder's moving average: the mean of the first n values, then (previous × (n − 1) + x) / n. Valid
 * from bar n − 1; settled after some 25 periods. Source: J. W. Wilder, New Concepts in Technical
 * Trading Systems (1978).
 */
final class Rma implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("rma", "RMA", "Wilder's moving average.")
          .formula("(r₋₁·(n − 1) + x) / n, at first the mean of n values", "Wilder (1978)")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 14)
          .recursive()
          .make(set -> new Rma(set.whole("period"), set.source()));

  private final ValueSource source;
  private final WilderMean mean;

  Rma(int period, ValueSource source) {
    this.source = source;
    this.mean = new WilderMean(period);
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
