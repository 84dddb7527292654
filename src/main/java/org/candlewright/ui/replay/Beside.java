package org.candlewright.ui.replay;

import org.candlewright.backtest.Trade;
import org.candlewright.replay.TradeChanges;
import org.candlewright.ui.chart.Series;

/**
 * Another run that is drawn with the one shown: a what-if, or one to compare with.
 *
 * @param name for labels
 * @param equity in the account's currency
 * @param changes trades against those of the run shown, instruments numbered as there
 */
record Beside(String name, Series equity, TradeChanges changes) {

  /** Equity at a time; NaN before its first row. */
  double equityAt(long millis) {
    int row = equity.firstAtOrAfter(millis + 1) - 1;
    return row < 0 ? Double.NaN : equity.value(row);
  }

  /** Whether a trade of the run shown is none of this one's. */
  boolean lost(Trade trade) {
    return changes.lost().contains(trade);
  }
}
