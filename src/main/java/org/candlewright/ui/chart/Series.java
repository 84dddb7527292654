package org.candlewright.ui.chart;

import org.candlewright.replay.Pyramid;

/** A line over time, as columns: ascending times and values with exact extremes of any stretch. */
public interface Series {
  int size();

  /** Epoch milliseconds. */
  long time(int index);

  /** NaN where there is none. */
  double value(int index);

  /** Takes the extremes of entries [from, to) into a range. */
  void extremes(int from, int to, Pyramid.Range range);

  /** The first entry at or after a time; {@link #size()} if there is none. */
  default int firstAtOrAfter(long millis) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A series over a column of times and one of values. */
  static Series of(long[] times, double[] values) {
    return of(times, values.length, i -> values[i]);
  }

  /** A series over a column of times and values made from their index. */
  static Series of(long[] times, int size, Pyramid.Column values) {
    Pyramid pyramid = Pyramid.of(values, size);
    return new Series() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public long time(int index) {
        return times[index];
      }

      @Override
      public double value(int index) {
        return values.at(index);
      }

      @Override
      public void extremes(int from, int to, Pyramid.Range range) {
        pyramid.include(from, to, range);
      }
    };
  }
}
