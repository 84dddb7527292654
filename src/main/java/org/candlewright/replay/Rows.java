package org.candlewright.replay;

import java.util.Arrays;
import org.candlewright.market.BarSeries;

/**
 * Equity at every bar of the run's clock as columns, oldest first. Only the first {@link #size()}
 * entries of the columns count; readers must not write to them.
 */
public final class Rows {
  private long[] times = new long[1_024];
  private long[] equity = new long[1_024];
  private int size;

  void add(long timeMillis, long units) {
    if (size > 0 && times[size - 1] == timeMillis) {
      // The last instant has two rows: its pass, then the closes at the end of the run.
      equity[size - 1] = units;
      return;
    }
    reserve(1);
    times[size] = timeMillis;
    equity[size++] = units;
  }

  /** Rows of bars along which equity is a line over the close. */
  void addAlong(BarSeries bars, int from, int to, long base, long slope) {
    int count = to - from;
    reserve(count);
    long[] closes = bars.closes();
    long length = bars.timeframe().millis();
    long[] opens = bars.openTimes();
    for (int i = 0; i < count; i++) {
      times[size + i] = opens[from + i] + length;
      equity[size + i] = base + slope * closes[from + i];
    }
    size += count;
  }

  private void reserve(int more) {
    if (size + more > times.length) {
      int larger = Math.max(size + more, size + (size >> 1));
      times = Arrays.copyOf(times, larger);
      equity = Arrays.copyOf(equity, larger);
    }
  }

  void trim() {
    times = Arrays.copyOf(times, size);
    equity = Arrays.copyOf(equity, size);
  }

  public int size() {
    return size;
  }

  /** End of the row's bars, epoch milliseconds. */
  public long time(int row) {
    return times[row];
  }

  /** Equity after the row's decision pass, money units. */
  public long equity(int row) {
    return equity[row];
  }

  /** Extremes of equity over rows, money units. */
  Pyramid extremes() {
    return Pyramid.of(equity, size);
  }

  public long[] times() {
    return times;
  }

  /** The last row at or before a time; -1 if there is none. */
  public int at(long timeMillis) {
    int found = Arrays.binarySearch(times, 0, size, timeMillis);
    return found >= 0 ? found : -found - 2;
  }
}
