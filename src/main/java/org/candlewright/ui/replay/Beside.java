package org.candlewright.ui.replay;

import java.util.Arrays;
import java.util.List;
import org.candlewright.backtest.Trade;
import org.candlewright.replay.TradeChanges;
import org.candlewright.ui.chart.Series;

/**
 * Another run that is drawn with the one shown: a what-if, or one to compare with.
 *
 * @param name for labels
 * @param equity in the account's currency
 * @param changes trades against those of the run shown, instruments numbered as there
 * @param latestExits for each trade of this run alone the latest exit up to it
 */
record Beside(String name, Series equity, TradeChanges changes, long[] latestExits) {

  Beside(String name, Series equity, TradeChanges changes) {
    this(name, equity, changes, latestExits(changes.fresh()));
  }

  private static long[] latestExits(List<Trade> trades) {
    long[] exits = new long[trades.size()];
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < exits.length; i++) {
      latest = Math.max(latest, trades.get(i).first().exitMillis());
      exits[i] = latest;
    }
    return exits;
  }

  /** Before this one no trade of this run alone lasts until a time. */
  int firstFresh(long millis) {
    int found = Arrays.binarySearch(latestExits, millis);
    while (found > 0 && latestExits[found - 1] == millis) {
      found--;
    }
    return found >= 0 ? found : -found - 1;
  }

  /** Equity at a time; NaN before its first row. */
  double equityAt(long millis) {
    int row = equity.firstAtOrAfter(millis + 1) - 1;
    return row < 0 ? Double.NaN : equity.value(row);
  }
}
