package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Mean of the last n values, without drift: summed like {@link RollingSum}, but as distances from a
 * value of the window, so that a mean of equal values is that value and large prices cost no
 * digits.
 */
final class RollingMean {
  private final int period;
  private final double[] slots;
  private int at;
  private boolean full;
  private double base = Double.NaN;
  private double prefix;

  RollingMean(int period) {
    this.period = period;
    this.slots = new double[period];
  }

  /** Takes the next value; the mean of the last n, NaN while there are fewer. */
  double next(double value) {
    if (Double.isNaN(base)) {
      base = value;
    }
    slots[at++] = value;
    prefix += value - base;
    if (at < period) {
      return full ? base + (slots[at] + prefix) / period : Double.NaN;
    }
    base = value;
    slots[period - 1] = 0;
    for (int i = period - 2; i >= 0; i--) {
      slots[i] = slots[i] - value + slots[i + 1];
    }
    at = 0;
    prefix = 0;
    full = true;
    return value + slots[0] / period;
  }

  void save(StateWriter out) {
    out.putLong(at);
    out.putLong(full ? 1 : 0);
    out.putDouble(base);
    out.putDouble(prefix);
    out.putDoubles(slots, period);
  }

  void restore(StateReader in) {
    at = in.getInt();
    full = in.getInt() != 0;
    base = in.getDouble();
    prefix = in.getDouble();
    in.getDoubles(slots);
  }
}
