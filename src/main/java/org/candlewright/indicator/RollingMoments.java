package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Mean and squared distances of the last n values, without drift: chunks as in {@link RollingSum},
 * distances from a value of the window as in {@link RollingMean}, whose mean is the same to the
 * last bit. That value lies inside the window, so the subtraction of the mean costs few digits.
 */
final class RollingMoments {
  private final int period;
  private final double[] slots;
  private final double[] squares;
  private int at;
  private boolean full;
  private double base = Double.NaN;
  private double prefix;
  private double prefixSquares;
  private double sum;
  private double sumSquares;

  RollingMoments(int period) {
    this.period = period;
    this.slots = new double[period];
    this.squares = new double[period];
  }

  /** Takes the next value; whether there are n of them now. */
  boolean add(double value) {
    if (Double.isNaN(base)) {
      base = value;
    }
    double distance = value - base;
    slots[at++] = value;
    prefix += distance;
    prefixSquares += distance * distance;
    if (at == period) {
      rebuild(value);
    }
    if (full) {
      sum = slots[at] + prefix;
      sumSquares = squares[at] + prefixSquares;
    }
    return full;
  }

  private void rebuild(double value) {
    base = value;
    double suffix = 0;
    double suffixSquares = 0;
    for (int i = period - 1; i >= 0; i--) {
      double distance = slots[i] - value;
      suffix = distance + suffix;
      suffixSquares = distance * distance + suffixSquares;
      slots[i] = suffix;
      squares[i] = suffixSquares;
    }
    at = 0;
    prefix = 0;
    prefixSquares = 0;
    full = true;
  }

  /** Mean of the window. */
  double mean() {
    return base + sum / period;
  }

  /**
   * Deviation of the window.
   *
   * @param divisor n for the population's, n − 1 for the sample's
   */
  double deviation(int divisor) {
    return Math.sqrt(Math.max(0, (sumSquares - sum * sum / period) / divisor));
  }

  void save(StateWriter out) {
    out.putLong(at);
    out.putLong(full ? 1 : 0);
    out.putDouble(base);
    out.putDouble(prefix);
    out.putDouble(prefixSquares);
    out.putDoubles(slots, period);
    out.putDoubles(squares, period);
  }

  void restore(StateReader in) {
    at = in.getInt();
    full = in.getInt() != 0;
    base = in.getDouble();
    prefix = in.getDouble();
    prefixSquares = in.getDouble();
    in.getDoubles(slots);
    in.getDoubles(squares);
  }
}
