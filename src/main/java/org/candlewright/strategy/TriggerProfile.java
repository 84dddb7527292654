package org.candlewright.strategy;

/** How boldly triggers are traded, by tier 1 to 3: percent of equity, and what is too small. */
enum TriggerProfile {
  CONSERVATIVE(0.40, new double[] {1.5, 1, 0.5}, new double[] {3, 2, 1}),
  SWING(0.34, new double[] {2, 1.2, 0.5}, new double[] {4, 3, 2}),
  DAY(0.30, new double[] {3, 2, 0.7}, new double[] {7, 6, 2.5});

  private static final double SMALLEST = 0.5;

  private final double conviction;
  private final double[] sizes;
  private final double[] most;

  TriggerProfile(double conviction, double[] sizes, double[] most) {
    this.conviction = conviction;
    this.sizes = sizes;
    this.most = most;
  }

  /** Conviction from which on a trigger is traded. */
  double conviction() {
    return conviction;
  }

  /**
   * Percent of equity: 100 / stop × 50 / volatility, at least half a percent, at most the tier's
   * size; then scaled by what the rule, the regime and the confidence say, within the tier's most.
   *
   * @param volatility percent a year
   */
  double percent(int tier, double stopPercent, double volatility, double scale) {
    double wanted = 100 / stopPercent * 50 / Math.max(volatility, 10);
    double base = Math.max(SMALLEST, Math.min(wanted, sizes[tier - 1]));
    return Math.min(base * scale, most[tier - 1]);
  }
}
