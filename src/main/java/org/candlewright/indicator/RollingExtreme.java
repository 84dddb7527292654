package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Highest or lowest of the last n values at a constant cost a bar, by chunks as in {@link
 * RollingSum}. Source: M. van Herk, A fast algorithm for local minimum and maximum filters (1992).
 */
final class RollingExtreme {
  private final int period;
  private final double sign;
  private final double[] slots;
  private int at;
  private boolean full;
  private double prefix = Double.NEGATIVE_INFINITY;

  private RollingExtreme(int period, double sign) {
    this.period = period;
    this.sign = sign;
    this.slots = new double[period];
  }

  static RollingExtreme highest(int period) {
    return new RollingExtreme(period, 1);
  }

  static RollingExtreme lowest(int period) {
    return new RollingExtreme(period, -1);
  }

  /** Takes the next value; the extreme of the last n, NaN while there are fewer. */
  double next(double value) {
    double turned = sign * value;
    slots[at++] = turned;
    prefix = Math.max(prefix, turned);
    if (at < period) {
      return full ? sign * Math.max(slots[at], prefix) : Double.NaN;
    }
    for (int i = period - 2; i >= 0; i--) {
      slots[i] = Math.max(slots[i], slots[i + 1]);
    }
    at = 0;
    prefix = Double.NEGATIVE_INFINITY;
    full = true;
    return sign * slots[0];
  }

  void save(StateWriter out) {
    out.putLong(at);
    out.putLong(full ? 1 : 0);
    out.putDouble(prefix);
    out.putDoubles(slots, period);
  }

  void restore(StateReader in) {
    at = in.getInt();
    full = in.getInt() != 0;
    prefix = in.getDouble();
    in.getDoubles(slots);
  }
}
