package org.candlewright.market;

import java.util.Arrays;

/**
 * What is worth knowing of a series as a whole: highest high and lowest low of each stretch of
 * {@value #STRETCH} bars, in ticks, and whether bars are missing. One pass over the series answers
 * for every later run on it, however many a sweep makes.
 */
public final class RangeIndex {
  private static final int STRETCH_BITS = 8;
  private static final int STRETCH = 1 << STRETCH_BITS;

  private final long[] highs;
  private final long[] lows;

  private final boolean withoutGaps;

  private RangeIndex(long[] highs, long[] lows, boolean withoutGaps) {
    this.highs = highs;
    this.lows = lows;
    this.withoutGaps = withoutGaps;
  }

  static RangeIndex of(BarSeries bars) {
    int stretches = (bars.size() + STRETCH - 1) >>> STRETCH_BITS;
    long[] highs = new long[stretches];
    long[] lows = new long[stretches];
    for (int stretch = 0; stretch < stretches; stretch++) {
      int from = stretch << STRETCH_BITS;
      int to = Math.min(bars.size(), from + STRETCH);
      highs[stretch] = highest(bars.highs(), from, to);
      lows[stretch] = lowest(bars.lows(), from, to);
    }
    return new RangeIndex(highs, lows, withoutGaps(bars));
  }

  /**
   * Of a series that has no bars yet; it may turn out to have gaps.
   *
   * @param capacity bars that may come
   */
  static RangeIndex growing(int capacity) {
    int stretches = (capacity + STRETCH - 1) >>> STRETCH_BITS;
    long[] highs = new long[stretches];
    long[] lows = new long[stretches];
    Arrays.fill(highs, Long.MIN_VALUE);
    Arrays.fill(lows, Long.MAX_VALUE);
    return new RangeIndex(highs, lows, false);
  }

  /** Takes a bar that a growing series has got. */
  void take(int bar, long high, long low) {
    int stretch = bar >>> STRETCH_BITS;
    highs[stretch] = Math.max(highs[stretch], high);
    lows[stretch] = Math.min(lows[stretch], low);
  }

  private static boolean withoutGaps(BarSeries bars) {
    long[] times = bars.openTimes();
    long step = bars.timeframe().millis();
    for (int i = 1; i < bars.size(); i++) {
      if (times[i] - times[i - 1] != step) {
        return false;
      }
    }
    return true;
  }

  boolean withoutGaps() {
    return withoutGaps;
  }

  private static long highest(long[] values, int from, int to) {
    long highest = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  private static long lowest(long[] values, int from, int to) {
    long lowest = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      lowest = Math.min(lowest, values[i]);
    }
    return lowest;
  }

  /** No bar in [from, to) has a high above this; a few bars around them may count too. */
  public long noneAbove(int from, int to) {
    return from >= to
        ? Long.MIN_VALUE
        : highest(highs, from >>> STRETCH_BITS, ((to - 1) >>> STRETCH_BITS) + 1);
  }

  /** No bar in [from, to) has a low below this; a few bars around them may count too. */
  public long noneBelow(int from, int to) {
    return from >= to
        ? Long.MAX_VALUE
        : lowest(lows, from >>> STRETCH_BITS, ((to - 1) >>> STRETCH_BITS) + 1);
  }
}
