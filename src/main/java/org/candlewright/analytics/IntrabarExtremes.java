package org.candlewright.analytics;

/**
 * TradingView's intrabar drawdown and run-up: the settled curve (capital and closed profit, less
 * the entry fee while a trade is open) is the reference, and the extremes are the trades' adverse
 * and favourable excursions less their entry fees.
 */
final class IntrabarExtremes {
  long drawdown;
  long drawdownPeak;
  long runUp;
  long runUpTrough;

  private final TradeTable trades;
  private long settled;
  private long high;
  private long low;

  IntrabarExtremes(long capital, TradeTable trades) {
    this.trades = trades;
    settled = capital;
    high = settled;
    low = settled;
    drawdownPeak = high;
    runUpTrough = low;
    int closed = 0;
    for (int row : trades.byEntry) {
      while (closed < trades.size
          && closed != row
          && trades.exitMillis[closed] <= trades.entryMillis[row]) {
        settle(closed++);
      }
      long begin = settled - trades.entryFee[row];
      low = Math.min(low, begin);
      fall(high, begin - trades.adverse[row]);
      rise(low, begin + trades.favourable[row]);
    }
    while (closed < trades.size) {
      settle(closed++);
    }
  }

  private void settle(int row) {
    settled = Math.addExact(settled, trades.net[row]);
    fall(high, settled);
    rise(low, settled);
    high = Math.max(high, settled);
    low = Math.min(low, settled);
  }

  private void fall(long from, long to) {
    if (from - to > drawdown) {
      drawdown = from - to;
      drawdownPeak = from;
    }
  }

  private void rise(long from, long to) {
    if (to - from > runUp) {
      runUp = to - from;
      runUpTrough = from;
    }
  }
}
