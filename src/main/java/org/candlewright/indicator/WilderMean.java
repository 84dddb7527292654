package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Wilder's mean: the mean of the first n values, then (previous × (n − 1) + x) / n. */
final class WilderMean {
  private final int period;
  private double average;
  private long count;

  WilderMean(int period) {
    this.period = period;
  }

  /** Takes the next value; NaN while there are fewer than n. */
  double next(double value) {
    count++;
    if (count > period) {
      average = (average * (period - 1) + value) / period;
      return average;
    }
    average += value;
    if (count < period) {
      return Double.NaN;
    }
    average /= period;
    return average;
  }

  void save(StateWriter out) {
    out.putDouble(average);
    out.putLong(count);
  }

  void restore(StateReader in) {
    average = in.getDouble();
    count = in.getLong();
  }
}
