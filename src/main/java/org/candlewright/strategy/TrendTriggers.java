package org.candlewright.strategy;

/** Triggers that go with a direction. */
final class TrendTriggers {
  private static final double NEAR_HIGH = 0.995;
  private static final double DAY_MOVE = 0.02;
  private static final int RECENT_HOURS = 12;
  private static final int RISING_BARS = 3;

  private TrendTriggers() {}

  static boolean breakout(TriggerMoment moment, TriggerSight sight) {
    double high = moment.columns().dayHigh(moment.bar());
    return moment.close() >= NEAR_HIGH * high && sight.saw(Math.abs(moment.dayMove()), 0.7, 0.8);
  }

  /** In a bear market or crisis only a fall is seen. */
  static boolean momentum(TriggerMoment moment, TriggerSight sight) {
    double move = moment.dayMove();
    MarketRegime regime = moment.regime();
    boolean falling = regime == MarketRegime.BEAR || regime == MarketRegime.CRISIS;
    return Math.abs(move) >= moment.eased(DAY_MOVE)
        && !(falling && move > 0)
        && sight.saw(
            move, Math.min(Math.abs(move) / 0.10, 1), share(moment, (int) Math.signum(move)));
  }

  /** Share of the last twelve hours' closes that went that way. */
  private static double share(TriggerMoment moment, int direction) {
    int hour = moment.columns().hour;
    int hits = 0;
    for (int i = 0; i < RECENT_HOURS; i++) {
      double move = moment.columns().change(moment.bar() - i * hour, hour);
      hits += Math.signum(move) == direction ? 1 : 0;
    }
    return (double) hits / RECENT_HOURS;
  }

  static boolean trendFollow(TriggerMoment moment, TriggerSight sight) {
    TriggerColumns columns = moment.columns();
    int bar = moment.bar();
    double over = moment.close() / columns.slowMean(bar) - 1;
    return over > 0
        && columns.quickMean(bar) > columns.quickMeanBefore(bar, RISING_BARS)
        && sight.saw(over, Math.min(over / 0.05, 1), 0.7);
  }
}
