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

  static Phases of(EquityCurve curve) {
    int high = 0;
    int low = 0;
    for (int i = 1; i < curve.size(); i++) {
      if (curve.equity(i) > curve.equity(high)) {
        high = i;
      }
      if (curve.equity(i) < curve.equity(low)) {
        low = i;
      }
    }
    Phases phases = new Phases();
    phases.add(curve, 0, Math.min(high, low));
    phases.add(curve, Math.min(high, low), Math.max(high, low));
    phases.add(curve, Math.max(high, low), curve.size() - 1);
    return phases;
  }

  private Phases() {}

  private void add(EquityCurve curve, int from, int to) {
    long change = curve.equity(to) - curve.equity(from);
    long days = (curve.millis(to) - curve.millis(from)) / DAY;
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
