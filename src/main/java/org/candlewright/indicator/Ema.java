package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Exponential moving average of the close: e = a·x + (1 − a)·e₋₁ with a = 2 / (n + 1), seeded with
 * the first close. Valid from the first bar; settled after some 25 periods. Source: J. M. Hunter,
 * The exponentially weighted moving average (1986); smoothing constant as in TA-Lib.
 */
public final class Ema implements Indicator {
  private final double alpha;
  private double value = Double.NaN;

  public Ema(int period) {
    this.alpha = 2.0 / (period + 1);
  }

  @Override
  public void update(PriceBlock block, double[] out) {
    double[] close = block.close();
    int size = block.size();
    double keep = 1 - alpha;
    double ema = value;
    int i = 0;
    if (size > 0 && Double.isNaN(ema)) {
      ema = close[0];
      out[i++] = ema;
    }
    for (; i < size; i++) {
      // The product of the new price does not wait for the last average: a shorter chain.
      ema = Math.fma(keep, ema, alpha * close[i]);
      out[i] = ema;
    }
    value = ema;
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(value);
  }

  @Override
  public void restore(StateReader in) {
    value = in.getDouble();
  }
}
