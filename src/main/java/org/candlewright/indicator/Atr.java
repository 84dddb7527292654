package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Average true range, Wilder's: the mean of the first n true ranges, then (previous × (n − 1) + x)
 * / n, with true range = max(high, last close) − min(low, last close), the first being high − low.
 * Valid from bar n − 1. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978).
 */
public final class Atr implements Indicator {
  private final int period;
  private double lastClose = Double.NaN;
  private double average;
  private long ranges;

  public Atr(int period) {
    this.period = period;
  }

  @Override
  public void update(PriceBlock block, double[] out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    for (int i = 0; i < block.size(); i++) {
      double range =
          Double.isNaN(lastClose)
              ? high[i] - low[i]
              : Math.max(high[i], lastClose) - Math.min(low[i], lastClose);
      lastClose = close[i];
      out[i] = next(range);
    }
  }

  private double next(double range) {
    ranges++;
    if (ranges > period) {
      average = (average * (period - 1) + range) / period;
      return average;
    }
    average += range;
    if (ranges < period) {
      return Double.NaN;
    }
    average /= period;
    return average;
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(lastClose);
    out.putDouble(average);
    out.putLong(ranges);
  }

  @Override
  public void restore(StateReader in) {
    lastClose = in.getDouble();
    average = in.getDouble();
    ranges = in.getLong();
  }
}
