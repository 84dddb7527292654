package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Sum of the last n values weighted 1 (oldest) to n (newest), without drift: chunks as in {@link
 * RollingSum}, distances from a value of the window as in {@link RollingMean}.
 */
final class RollingTrend {
  private final int period;
  private final double[] slots;
  private final double[] weighted;
  private int at;
  private boolean full;
  private double base = Double.NaN;
  private double prefix;
  private double prefixWeighted;
  private double sum;
  private double sumWeighted;

  RollingTrend(int period) {
    this.period = period;
    this.slots = new double[period];
    this.weighted = new double[period];
  }

  /** Takes the next value; whether there are n of them now. */
  boolean add(double value) {
    if (Double.isNaN(base)) {
      base = value;
    }
    double distance = value - base;
    slots[at++] = value;
    prefix += distance;
    prefixWeighted += at * distance;
    if (at == period) {
      rebuild(value);
    }
    if (full) {
      sum = slots[at] + prefix;
      // Of the j values of this chunk the first weighs n − j + 1, the one before it n − j.
      sumWeighted = weighted[at] + ((period - at) * prefix + prefixWeighted);
    }
    return full;
  }

  private void rebuild(double value) {
    base = value;
    double suffix = 0;
    double suffixWeighted = 0;
    for (int i = period - 1; i >= 0; i--) {
      suffix = slots[i] - value + suffix;
      suffixWeighted += suffix;
      slots[i] = suffix;
      weighted[i] = suffixWeighted;
    }
    at = 0;
    prefix = 0;
    prefixWeighted = 0;
    full = true;
  }

  /** A value of the window that the sums are measured from. */
  double base() {
    return base;
  }

  /** Σ (xᵢ − base). */
  double sum() {
    return sum;
  }

  /** Σ i · (xᵢ − base), i from 1 to n. */
  double weightedSum() {
    return sumWeighted;
  }

  void save(StateWriter out) {
    out.putLong(at);
    out.putLong(full ? 1 : 0);
    out.putDouble(base);
    out.putDouble(prefix);
    out.putDouble(prefixWeighted);
    out.putDoubles(slots, period);
    out.putDoubles(weighted, period);
  }

  void restore(StateReader in) {
    at = in.getInt();
    full = in.getInt() != 0;
    base = in.getDouble();
    prefix = in.getDouble();
    prefixWeighted = in.getDouble();
    in.getDoubles(slots);
    in.getDoubles(weighted);
  }
}
