package org.candlewright.strategy;

import java.util.Arrays;
import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * The levels of one grid, in ticks: the lowest and the highest are its edges, where stops lie; the
 * others are traded, as purchases below the price it was laid at and as sales above.
 */
final class GridLevels {
  private final long[] ticks;
  private long start;

  /** Level of the last signal; 0 for none. */
  private long last;

  GridLevels(int steps) {
    this.ticks = new long[steps + 1];
  }

  /** Whether there is a grid yet. */
  boolean laid() {
    return start > 0;
  }

  /** Lays the grid; where the range is no range for so many steps there is none. */
  void lay(long low, long high, long at) {
    int steps = ticks.length - 1;
    if (low <= 0 || high - low < steps) {
      start = 0;
      return;
    }
    for (int k = 0; k <= steps; k++) {
      ticks[k] = low + Exact.mulDivHalfEven(high - low, k, steps);
    }
    start = at;
    last = 0;
  }

  long low() {
    return ticks[0];
  }

  long high() {
    return ticks[ticks.length - 1];
  }

  long start() {
    return start;
  }

  long last() {
    return last;
  }

  void signalled(int level) {
    last = ticks[level];
  }

  long level(int number) {
    return ticks[number];
  }

  int steps() {
    return ticks.length - 1;
  }

  /** 1 for a level that buys, -1 for one that sells, 0 where the grid was laid and at its edges. */
  int side(int level) {
    return level == 0 || level == steps() ? 0 : Long.compare(start, ticks[level]);
  }

  /** Number of levels below the price the grid was laid at. */
  int below() {
    int at = Arrays.binarySearch(ticks, start);
    return at >= 0 ? at : -at - 1;
  }

  boolean inside(long price) {
    return price > low() && price < high();
  }

  /** Whether a level that is traded lies in a bar. */
  boolean touched(long barLow, long barHigh) {
    int at = Arrays.binarySearch(ticks, barLow);
    int first = Math.max(1, at >= 0 ? at : -at - 1);
    return first < steps() && ticks[first] <= barHigh;
  }

  /** Whether a close is at least half a step away from the level of the last signal. */
  boolean away(long close) {
    return last == 0 || 2L * steps() * Math.abs(close - last) >= high() - low();
  }

  void save(StateWriter out) {
    out.putLongs(ticks, ticks.length);
    out.putLong(start);
    out.putLong(last);
  }

  void restore(StateReader in) {
    in.getLongs(ticks);
    start = in.getLong();
    last = in.getLong();
  }
}
