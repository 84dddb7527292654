package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Relative strength index, Wilder's: 100 − 100 / (1 + gain / loss), gain and loss being the mean of
 * the first n changes, then (previous × (n − 1) + x) / n. 100 without losses, 50 without movement.
 * Valid from bar n; settled after some 25 periods. Source: J. W. Wilder, New Concepts in Technical
 * Trading Systems (1978).
 */
public final class Rsi implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("rsi", "RSI", "Relative strength index, Wilder's.")
          .formula("100 − 100 / (1 + gain / loss), Wilder's means of n changes", "Wilder (1978)")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 14)
          .pane(IndicatorPane.fixed(0, 100).guides(30, 70))
          .recursive()
          .warmUp(set -> set.whole("period"))
          .make(set -> new Rsi(set.whole("period"), set.source()));

  private final ValueSource source;
  private final int period;
  private double last = Double.NaN;
  private double gain;
  private double loss;
  private long changes;

  public Rsi(int period) {
    this(period, PriceSource.CLOSE);
  }

  public Rsi(int period, ValueSource source) {
    this.source = source;
    this.period = period;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double x = in[i];
      if (Double.isNaN(x)) {
        values[i] = Double.NaN;
        continue;
      }
      values[i] = Double.isNaN(last) ? Double.NaN : next(x - last);
      last = x;
    }
  }

  private double next(double change) {
    double up = Math.max(change, 0);
    double down = Math.max(-change, 0);
    changes++;
    if (changes <= period) {
      gain += up;
      loss += down;
      if (changes < period) {
        return Double.NaN;
      }
      gain /= period;
      loss /= period;
    } else {
      gain = (gain * (period - 1) + up) / period;
      loss = (loss * (period - 1) + down) / period;
    }
    if (loss == 0) {
      return gain == 0 ? 50 : 100;
    }
    return 100 - 100 / (1 + gain / loss);
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(last);
    out.putDouble(gain);
    out.putDouble(loss);
    out.putLong(changes);
  }

  @Override
  public void restore(StateReader in) {
    last = in.getDouble();
    gain = in.getDouble();
    loss = in.getDouble();
    changes = in.getLong();
  }
}
