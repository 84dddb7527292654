package org.candlewright.ui.replay;

import org.candlewright.market.BarSeries;

/**
 * A bar that has not ended at the playhead, as far as finer bars tell.
 *
 * @param openMillis when it began, epoch milliseconds
 */
record Forming(long openMillis, double open, double high, double low, double close) {

  /**
   * @param finer bars inside it
   * @param from the first of them
   * @param to one past the last that has ended
   */
  static Forming of(BarSeries finer, long openMillis, int from, int to) {
    long high = finer.highs()[from];
    long low = finer.lows()[from];
    for (int i = from + 1; i < to; i++) {
      high = Math.max(high, finer.highs()[i]);
      low = Math.min(low, finer.lows()[i]);
    }
    return new Forming(
        openMillis,
        finer.price(finer.opens()[from]),
        finer.price(high),
        finer.price(low),
        finer.price(finer.closes()[to - 1]));
  }
}
