package org.candlewright.strategy;

/** Triggers on a single bar's move and volume. */
final class MoveTriggers {
  private MoveTriggers() {}

  /** The sign of the move is kept: a fall is seen as a fall. */
  static boolean priceMove(TriggerMoment moment, TriggerSight sight) {
    double quick = moment.columns().quickMove(moment.bar());
    double hour = moment.hourMove();
    boolean quickly = Math.abs(quick) >= moment.eased(moment.limits().quickMove());
    boolean inAnHour = Math.abs(hour) >= moment.eased(moment.limits().hourMove());
    if (quickly && inAnHour) {
      return sight.saw(hour, 0.8, 0.85);
    }
    if (inAnHour) {
      return sight.saw(hour, 0.7, 0.75);
    }
    return quickly && sight.saw(quick, 0.6, 0.7);
  }

  static boolean volumeSpike(TriggerMoment moment, TriggerSight sight) {
    double ratio = moment.volumeRatio();
    return ratio >= moment.eased(moment.limits().volumeRatio())
        && sight.saw(
            moment.hourMove(), Math.max(0, Math.min((ratio - 1) / 3, 1)), Math.min(ratio / 4, 1));
  }
}
