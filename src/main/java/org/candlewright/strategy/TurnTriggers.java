package org.candlewright.strategy;

/** Triggers that go against a move. */
final class TurnTriggers {
  private static final double LEAST_BOUNCE = 0.05;
  private static final double MOST_BOUNCE = 0.10;
  private static final double LEAST_SLOPE = 0.05;
  private static final double OFF_MEAN = 0.03;
  private static final int QUALIFIERS = 3;

  private TurnTriggers() {}

  static boolean reversal(TriggerMoment moment, TriggerSight sight) {
    TriggerColumns columns = moment.columns();
    int bar = moment.bar();
    double rise = moment.close() / columns.weekLow(bar) - 1;
    return rise <= MOST_BOUNCE
        && rise > moment.eased(LEAST_BOUNCE)
        && columns.slope(bar) >= LEAST_SLOPE
        && TurnQualifiers.count(columns, bar) >= QUALIFIERS
        && sight.saw(rise, Math.min(rise / 0.2, 1), 0.6);
  }

  static boolean meanReversion(TriggerMoment moment, TriggerSight sight) {
    TriggerColumns columns = moment.columns();
    int bar = moment.bar();
    double off = moment.close() / columns.mean(bar, columns.day) - 1;
    return moment.regime() == MarketRegime.CHOP
        && Math.abs(off) >= moment.eased(OFF_MEAN)
        && columns.change(bar, 1) * off < 0
        && sight.saw(off, Math.min(Math.abs(off) / 0.06, 1), 0.7);
  }

  /** The ATR before the bar, which the bar itself has not raised. */
  static boolean fadeSpike(TriggerMoment moment, TriggerSight sight) {
    TriggerColumns columns = moment.columns();
    int bar = moment.bar();
    double ratio = moment.volumeRatio();
    if (bar < 1 || !(ratio > moment.eased(2))) {
      return false;
    }
    double range = columns.atr(bar - 1);
    double move = moment.close() - columns.close(bar - 1);
    return Math.abs(move) > moment.eased(2) * range
        && sight.saw(
            columns.change(bar, 1),
            Math.min(Math.abs(move) / (4 * range), 1),
            Math.min(ratio / 4, 1));
  }
}
