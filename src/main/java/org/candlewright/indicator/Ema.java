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

  /** What it averages. */
  public ValueSource source() {
    return source;
  }

  /** Updates this and two other averages of the same source, each as it would be by itself. */
  public void updateWith(
      Ema second,
      Ema third,
      PriceBlock block,
      double[] out,
      double[] outSecond,
      double[] outThird) {
    double[] in = source.values(block);
    int size = block.size();
    double keep1 = 1 - alpha;
    double keep2 = 1 - second.alpha;
    double keep3 = 1 - third.alpha;
    double ema1 = value;
    double ema2 = second.value;
    double ema3 = third.value;
    for (int i = 0; i < size; i++) {
      double x = in[i];
      if (Double.isNaN(x)) {
        out[i] = Double.NaN;
        outSecond[i] = Double.NaN;
        outThird[i] = Double.NaN;
        continue;
      }
      ema1 = Double.isNaN(ema1) ? x : Math.fma(keep1, ema1, alpha * x);
      ema2 = Double.isNaN(ema2) ? x : Math.fma(keep2, ema2, second.alpha * x);
      ema3 = Double.isNaN(ema3) ? x : Math.fma(keep3, ema3, third.alpha * x);
      out[i] = ema1;
      outSecond[i] = ema2;
      outThird[i] = ema3;
    }
    value = ema1;
    second.value = ema2;
    third.value = ema3;
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
