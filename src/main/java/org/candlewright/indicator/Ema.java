package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Exponential moving average: e = a·x + (1 − a)·e₋₁ with a = 2 / (n + 1), seeded with the first
 * value. Valid from the first bar; settled after some 25 periods. Source: J. M. Hunter, The
 * exponentially weighted moving average (1986); smoothing constant as in TA-Lib.
 */
public final class Ema implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("ema", "EMA", "Exponential moving average.")
          .formula("a·x + (1 − a)·e₋₁, a = 2 / (n + 1), at first x", "Hunter (1986); TA-Lib, EMA")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 20)
          .recursive()
          .warmUp(set -> 0)
          .make(set -> new Ema(set.whole("period"), set.source()));

  private final ValueSource source;
  private final double alpha;
  private double value = Double.NaN;

  public Ema(int period) {
    this(period, PriceSource.CLOSE);
  }

  public Ema(int period, ValueSource source) {
    this.source = source;
    this.alpha = 2.0 / (period + 1);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    update(source.values(block), block.size(), out[0]);
  }

  /** The averages of a column. */
  void update(double[] in, int size, double[] out) {
    double keep = 1 - alpha;
    double ema = value;
    for (int i = 0; i < size; i++) {
      double x = in[i];
      if (Double.isNaN(x)) {
        out[i] = Double.NaN;
        continue;
      }
      // The product of the new price does not wait for the last average: a shorter chain.
      ema = Double.isNaN(ema) ? x : Math.fma(keep, ema, alpha * x);
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
