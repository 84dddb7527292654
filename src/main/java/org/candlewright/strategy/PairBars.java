package org.candlewright.strategy;

import java.util.Arrays;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * The bars that both legs of a pair have, oldest first, with the logarithms of their closes. Grows
 * as bars of the second leg end; a bar is joined to the one of the first leg that opened with it.
 */
final class PairBars {
  /** Room for bars that have yet to come. */
  private static final int FEWEST = 64;

  private final BarSeries first;
  private final BarSeries second;
  private int[] firstBars;
  private int[] secondBars;
  private double[] firstLogs;
  private double[] secondLogs;
  private int size;

  /** Bars of the second leg that were looked at: [from, next). */
  private int from = -1;

  private int next;
  private int nextFirst;

  PairBars(BarSeries first, BarSeries second) {
    this.first = first;
    this.second = second;
    int room = Math.max(FEWEST, Math.min(first.size(), second.size()));
    this.firstBars = new int[room];
    this.secondBars = new int[room];
    this.firstLogs = new double[room];
    this.secondLogs = new double[room];
  }

  /** Joins bars [fromBar, to) of the second leg; called in order and without gaps. */
  void append(int fromBar, int to) {
    if (from < 0) {
      from = fromBar;
      nextFirst = first.firstAtOrAfter(second.openTime(fromBar));
    }
    for (int bar = fromBar; bar < to; bar++) {
      long time = second.openTime(bar);
      while (nextFirst < first.size() && first.openTime(nextFirst) < time) {
        nextFirst++;
      }
      if (nextFirst < first.size() && first.openTime(nextFirst) == time) {
        add(nextFirst, bar);
      }
    }
    next = to;
  }

  private void add(int firstBar, int secondBar) {
    if (size == firstBars.length) {
      int more = 2 * size;
      firstBars = Arrays.copyOf(firstBars, more);
      secondBars = Arrays.copyOf(secondBars, more);
      firstLogs = Arrays.copyOf(firstLogs, more);
      secondLogs = Arrays.copyOf(secondLogs, more);
    }
    firstBars[size] = firstBar;
    secondBars[size] = secondBar;
    firstLogs[size] = StrictMath.log(first.price(first.closes()[firstBar]));
    secondLogs[size++] = StrictMath.log(second.price(second.closes()[secondBar]));
  }

  int size() {
    return size;
  }

  /** Open time of a joined bar, epoch milliseconds. */
  long time(int at) {
    return second.openTime(secondBars[at]);
  }

  long barMillis() {
    return second.timeframe().millis();
  }

  double firstLog(int at) {
    return firstLogs[at];
  }

  double secondLog(int at) {
    return secondLogs[at];
  }

  /** Number of the joined bar that is this bar of the second leg; -1 if the first leg lacks it. */
  int ofSecond(int bar) {
    return Math.max(-1, Arrays.binarySearch(secondBars, 0, size, bar));
  }

  /** Number of the joined bar that is this bar of the first leg; -1 if the second leg lacks it. */
  int ofFirst(int bar) {
    return Math.max(-1, Arrays.binarySearch(firstBars, 0, size, bar));
  }

  /** The first joined bar that opened at or after a time; the size if there is none. */
  int firstAtOrAfter(long millis) {
    int low = 0;
    int high = size;
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

  void save(StateWriter out) {
    out.putLong(from);
    out.putLong(next);
  }

  /** The bars are there: they are only joined again. */
  void restore(StateReader in) {
    int start = in.getInt();
    int end = in.getInt();
    size = 0;
    from = -1;
    if (start >= 0) {
      append(start, end);
    }
  }
}
