package org.candlewright.analytics;

/**
 * TradingView's close-to-close run-ups and drawdowns: the curve of realised equity at trade exits
 * is cut at its highest and its lowest point, and each of the three parts counts from end to end.
 */
final class Phases {
  private static final long DAY = 86_400_000L;

  int rises;
  long riseSum;
  long largestRise;
  long riseDays;
  int falls;
  long fallSum;
  long largestFall;
  long fallDays;

  /** Of the trades of a table; time and capital at the start are the curve's first point. */
  static Phases of(long startMillis, long capital, TradeTable trades) {
    Point start = new Point(startMillis, capital);
    Point high = start;
    Point low = start;
    long equity = capital;
    for (int i = 0; i < trades.size; i++) {
      equity = Math.addExact(equity, trades.net[i]);
      if (equity > high.equity()) {
        high = new Point(trades.exitMillis[i], equity);
      } else if (equity < low.equity()) {
        low = new Point(trades.exitMillis[i], equity);
      }
    }
    long end = trades.size == 0 ? startMillis : trades.exitMillis[trades.size - 1];
    boolean highFirst = high.millis() <= low.millis();
    Phases phases = new Phases();
    phases.add(start, highFirst ? high : low);
    phases.add(highFirst ? high : low, highFirst ? low : high);
    phases.add(highFirst ? low : high, new Point(end, equity));
    return phases;
  }

  private record Point(long millis, long equity) {}

  private Phases() {}

  private void add(Point from, Point to) {
    long change = to.equity() - from.equity();
    long days = (to.millis() - from.millis()) / DAY;
    if (change > 0) {
      rises++;
      riseSum += change;
      riseDays += days;
      largestRise = Math.max(largestRise, change);
    } else if (change < 0) {
      falls++;
      fallSum -= change;
      fallDays += days;
      largestFall = Math.max(largestFall, -change);
    }
  }
}
