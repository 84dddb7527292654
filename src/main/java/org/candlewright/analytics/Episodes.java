package org.candlewright.analytics;

/**
 * Drawdowns of a curve, or run-ups, its mirror. A drawdown begins at a peak and lasts until equity
 * is back at it, or to the end; its depth is the largest fall below the peak. A run-up begins at a
 * trough and lasts until equity is back at it.
 */
final class Episodes {
  private static final double DAY = 86_400_000.0;

  int count;
  long largest;
  double largestShare;

  /** Σ of the largest move of each episode, money units. */
  long sum;

  double sumShare;
  double sumDays;
  double longestDays;

  /** Σ share² over all points: what the Ulcer index is made of. */
  double squares;

  private boolean sharesKnown = true;

  private Episodes() {}

  static Episodes drawdowns(EquityCurve curve) {
    return walk(curve, -1);
  }

  static Episodes runUps(EquityCurve curve) {
    return walk(curve, 1);
  }

  /** Whether every share could be taken: a trough at or below zero leaves none. */
  boolean sharesKnown() {
    return sharesKnown;
  }

  private static Episodes walk(EquityCurve curve, int sign) {
    Episodes out = new Episodes();
    int start = 0;
    long move = 0;
    for (int i = 1; i < curve.size(); i++) {
      long away = sign * (curve.equity(i) - curve.equity(start));
      if (away > 0) {
        move = Math.max(move, away);
        double share = out.share(away, curve.equity(start));
        out.squares += share * share;
      } else {
        if (move > 0) {
          out.end(curve, start, i, move);
        }
        start = i;
        move = 0;
      }
    }
    if (move > 0) {
      out.end(curve, start, curve.size() - 1, move);
    }
    return out;
  }

  private double share(long move, long from) {
    sharesKnown &= from > 0;
    return (double) move / from;
  }

  private void end(EquityCurve curve, int start, int end, long move) {
    double share = share(move, curve.equity(start));
    double days = (curve.millis(end) - curve.millis(start)) / DAY;
    count++;
    sum = Math.addExact(sum, move);
    sumShare += share;
    sumDays += days;
    largest = Math.max(largest, move);
    largestShare = Math.max(largestShare, share);
    longestDays = Math.max(longestDays, days);
  }
}
