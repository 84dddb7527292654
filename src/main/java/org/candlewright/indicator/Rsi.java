package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Relative strength index, Wilder's: 100 − 100 / (1 + gain / loss), gain and loss being the mean of
 * the first n changes, then (previous × (n − 1) + x) / n. 100 without losses, 50 without movement.
 * Valid from bar n. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978).
 */
public final class Rsi implements Indicator {
  private final int period;
  private double last = Double.NaN;
  private double gain;
  private double loss;
  private long changes;

  public Rsi(int period) {
    this.period = period;
  }

  @Override
  public void update(PriceBlock block, double[] out) {
    double[] close = block.close();
    for (int i = 0; i < block.size(); i++) {
      out[i] = Double.isNaN(last) ? Double.NaN : next(close[i] - last);
      last = close[i];
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
