package org.candlewright.strategy;

import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.market.Timeframe;

/**
 * Bars of a coarser timeframe, built from a run's bars as they end. Those that ended in the current
 * block are a block of their own; a bar of the run sees only those that ended when it did or
 * before. A first bar that the data cut off is left out.
 */
final class CoarseBars {
  private final BarSeries fine;
  private final Timeframe timeframe;
  private final PriceBlock block;
  private long[][] columns = new long[6][0];
  private int[] ended = new int[0];
  private int count;
  private boolean begun;
  private boolean building;
  private boolean whole;
  private long open;
  private final long[] prices = new long[4];
  private long volume;

  CoarseBars(BarSeries fine, Timeframe timeframe) {
    this.fine = fine;
    this.timeframe = timeframe;
    this.block = new PriceBlock(fine);
  }

  Timeframe timeframe() {
    return timeframe;
  }

  /** The coarse bars that ended in the current block. */
  PriceBlock block() {
    return block;
  }

  /** How many of them had ended at the end of the given bar of the run's block. */
  int ended(int at) {
    return ended[at];
  }

  void update(int from, int to) {
    if (ended.length < to - from) {
      ended = new int[to - from];
      columns = new long[6][to - from + 1];
    }
    count = 0;
    for (int i = from; i < to; i++) {
      take(i);
      ended[i - from] = count;
    }
    block.moveTo(
        new BarSeries(
            fine.instrument(),
            timeframe,
            fine.tick(),
            fine.volumeDigits(),
            fine.quoteVolume(),
            count,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]),
        0,
        count);
  }

  private void take(int bar) {
    long floor = timeframe.floor(fine.openTime(bar));
    if (building && floor > open) {
      end();
    }
    if (!building) {
      if (begun && floor <= open) {
        // A bar off the grid that begins before the last one has ended belongs to the next.
        floor = open + timeframe.millis();
      }
      building = true;
      whole = begun || fine.openTime(bar) == floor;
      begun = true;
      open = floor;
      prices[0] = fine.opens()[bar];
      prices[1] = fine.highs()[bar];
      prices[2] = fine.lows()[bar];
      volume = 0;
    }
    prices[1] = Math.max(prices[1], fine.highs()[bar]);
    prices[2] = Math.min(prices[2], fine.lows()[bar]);
    prices[3] = fine.closes()[bar];
    volume = Math.addExact(volume, fine.volumes()[bar]);
    if (fine.endTime(bar) >= open + timeframe.millis()) {
      end();
    }
  }

  private void end() {
    building = false;
    if (!whole) {
      return;
    }
    columns[0][count] = open;
    for (int i = 0; i < prices.length; i++) {
      columns[i + 1][count] = prices[i];
    }
    columns[5][count++] = volume;
  }

  void save(StateWriter out) {
    out.putLong(begun ? 1 : 0);
    out.putLong(building ? 1 : 0);
    out.putLong(whole ? 1 : 0);
    out.putLong(open);
    out.putLongs(prices, prices.length);
    out.putLong(volume);
  }

  void restore(StateReader in) {
    begun = in.getInt() != 0;
    building = in.getInt() != 0;
    whole = in.getInt() != 0;
    open = in.getLong();
    in.getLongs(prices);
    volume = in.getLong();
  }
}
