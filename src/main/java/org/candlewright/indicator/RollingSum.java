package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Sum of the last n values, without drift. Values are cut into chunks of n from the first one on; a
 * window is the end of one chunk and the beginning of the next, so its sum is one suffix sum plus
 * one prefix sum (van Herk 1992). Nothing is ever subtracted: no value leaves a trace once it has
 * left the window, and the result depends on the values alone, not on blocks or restarts.
 */
final class RollingSum {
  private final int period;

  /** Before {@link #at} values of this chunk, from there on suffix sums of the chunk before. */
  private final double[] slots;

  private int at;
  private boolean full;
  private double prefix;

  RollingSum(int period) {
    this.period = period;
    this.slots = new double[period];
  }

  /** Takes the next value; the sum of the last n, NaN while there are fewer. */
  double next(double value) {
    slots[at++] = value;
    prefix += value;
    if (at < period) {
      return full ? slots[at] + prefix : Double.NaN;
    }
    for (int i = period - 2; i >= 0; i--) {
      slots[i] += slots[i + 1];
    }
    at = 0;
    prefix = 0;
    full = true;
    return slots[0];
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
