package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** The last n values in a ring, for what cannot be summed up as it goes. */
final class RecentValues {
  private final double[] ring;
  private long count;

  RecentValues(int size) {
    this.ring = new double[size];
  }

  /** Takes the next value. */
  void add(double value) {
    ring[(int) (count % ring.length)] = value;
    count++;
  }

  /** Whether there are n values. */
  boolean full() {
    return count >= ring.length;
  }

  /** The oldest of the last n. */
  double oldest() {
    return ring[(int) (count % ring.length)];
  }

  /** Mean distance of the values from a centre, summed from the oldest to the newest. */
  double meanDistance(double centre) {
    double sum = 0;
    int start = (int) (count % ring.length);
    for (int i = start; i < ring.length; i++) {
      sum += Math.abs(ring[i] - centre);
    }
    for (int i = 0; i < start; i++) {
      sum += Math.abs(ring[i] - centre);
    }
    return sum / ring.length;
  }

  /** How many of the values are at most the given one. */
  int atMost(double value) {
    int found = 0;
    for (double each : ring) {
      if (each <= value) {
        found++;
      }
    }
    return found;
  }

  /** The value taken k before the last one, k below n. */
  double back(int k) {
    return ring[(int) ((count - 1 - k) % ring.length)];
  }

  /** Values taken so far. */
  long count() {
    return count;
  }

  void save(StateWriter out) {
    out.putLong(count);
    out.putDoubles(ring, ring.length);
  }

  void restore(StateReader in) {
    count = in.getLong();
    in.getDoubles(ring);
  }
}
