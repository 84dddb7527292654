package org.candlewright.strategy;

import java.util.Arrays;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Median of the last n values, kept in order so that a bar costs a short move of memory. */
final class RollingMedian {
  private final double[] ring;
  private final double[] sorted;
  private int count;
  private int at;

  RollingMedian(int n) {
    this.ring = new double[n];
    this.sorted = new double[n];
  }

  /** Takes the next value, NaN is passed over; the median, NaN while there are fewer than n. */
  double next(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (count == ring.length) {
      remove(ring[at]);
    }
    insert(value);
    ring[at] = value;
    at = (at + 1) % ring.length;
    int middle = ring.length / 2;
    if (count < ring.length) {
      return Double.NaN;
    }
    return ring.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private void remove(double value) {
    int place = Arrays.binarySearch(sorted, 0, count, value);
    System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
    count--;
  }

  private void insert(double value) {
    int found = Arrays.binarySearch(sorted, 0, count, value);
    int place = found >= 0 ? found : -found - 1;
    System.arraycopy(sorted, place, sorted, place + 1, count - place);
    sorted[place] = value;
    count++;
  }

  void save(StateWriter out) {
    out.putLong(at);
    out.putLong(count);
    out.putDoubles(ring, ring.length);
  }

  void restore(StateReader in) {
    at = in.getInt();
    count = in.getInt();
    in.getDoubles(ring);
    // Before the ring is full its values stand at its beginning.
    System.arraycopy(ring, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
  }
}
