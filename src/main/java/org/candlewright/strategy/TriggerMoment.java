package org.candlewright.strategy;

/**
 * One instrument at one bar, as triggers see it. One object is moved from instrument to instrument,
 * so that a decision pass allocates nothing.
 */
final class TriggerMoment {
  private TriggerColumns columns;
  private int bar;
  private MarketRegime regime = MarketRegime.CHOP;
  private RegimeLimits limits;
  private double ease = 1;

  TriggerMoment(TriggerColumns columns, RegimeLimits limits) {
    this.columns = columns;
    this.limits = limits;
  }

  /**
   * @param newEase factor on thresholds, 1 as they are, 0.7 for 30 % lower
   */
  void moveTo(
      TriggerColumns newColumns,
      int newBar,
      MarketRegime newRegime,
      RegimeLimits newLimits,
      double newEase) {
    columns = newColumns;
    bar = newBar;
    regime = newRegime;
    limits = newLimits;
    ease = newEase;
  }

  TriggerColumns columns() {
    return columns;
  }

  int bar() {
    return bar;
  }

  MarketRegime regime() {
    return regime;
  }

  RegimeLimits limits() {
    return limits;
  }

  /** A threshold as it counts now. */
  double eased(double threshold) {
    return threshold * ease;
  }

  /** Move of 60 minutes, close to close, a fraction. */
  double hourMove() {
    return columns.change(bar, columns.hour);
  }

  /** Move of 24 hours, close to close, a fraction. */
  double dayMove() {
    return columns.change(bar, columns.day);
  }

  double volumeRatio() {
    return columns.volumeRatio(bar);
  }

  double close() {
    return columns.close(bar);
  }
}
