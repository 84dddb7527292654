package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Average true range, Wilder's: the mean of the first n true ranges, then (previous × (n − 1) + x)
 * / n, with true range = max(high, last close) − min(low, last close), the first being high − low.
 * Valid from bar n − 1; settled after some 25 periods. Source: J. W. Wilder, New Concepts in
 * Technical Trading Systems (1978).
 */
public final class Atr implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("atr", "ATR", "Average true range, Wilder's, in quote.")
          .formula("Wilder's mean of max(high, c₋₁) − min(low, c₋₁)", "Wilder (1978)")
          .bars("period", "Period", 14)
          .pane(IndicatorPane.OWN)
          .recursive()
          .make(set -> new Atr(set.whole("period")));

  private final WilderMean mean;
  private double lastClose = Double.NaN;

  public Atr(int period) {
    this.mean = new WilderMean(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      values[i] = next(high[i], low[i], close[i]);
    }
  }

  /** The average after the next bar; NaN while warming up. */
  double next(double high, double low, double close) {
    double range =
        Double.isNaN(lastClose) ? high - low : Math.max(high, lastClose) - Math.min(low, lastClose);
    lastClose = close;
    return mean.next(range);
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(lastClose);
    mean.save(out);
  }

  @Override
  public void restore(StateReader in) {
    lastClose = in.getDouble();
    mean.restore(in);
  }
}
