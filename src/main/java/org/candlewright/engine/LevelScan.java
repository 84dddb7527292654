package org.candlewright.engine;

import org.candlewright.market.BarSeries;

/**
 * Finds bars whose range comes to a price: the one loop that runs over bars with resting orders.
 */
final class LevelScan {
  private LevelScan() {}

  /**
   * The first bar in [from, to) with a high at or above {@code up} or a low at or below {@code
   * down}; {@code to} if there is none.
   *
   * @param up Long.MAX_VALUE for none
   * @param down Long.MIN_VALUE for none
   */
  static int first(BarSeries bars, int from, int to, long up, long down) {
    if (down == Long.MIN_VALUE) {
      return up == Long.MAX_VALUE ? to : reaches(bars.highs(), from, to, up);
    }
    if (up == Long.MAX_VALUE) {
      return falls(bars.lows(), from, to, down);
    }
    long[] highs = bars.highs();
    long[] lows = bars.lows();
    for (int i = from; i < to; i++) {
      if (highs[i] >= up || lows[i] <= down) {
        return i;
      }
    }
    return to;
  }

  private static int reaches(long[] highs, int from, int to, long up) {
    for (int i = from; i < to; i++) {
      if (highs[i] >= up) {
        return i;
      }
    }
    return to;
  }

  private static int falls(long[] lows, int from, int to, long down) {
    for (int i = from; i < to; i++) {
      if (lows[i] <= down) {
        return i;
      }
    }
    return to;
  }
}
