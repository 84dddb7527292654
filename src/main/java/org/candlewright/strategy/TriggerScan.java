package org.candlewright.strategy;

/** Looks with all triggers that may enter and keeps the strongest. */
final class TriggerScan {
  private static final double OUTLIER = 0.10;
  private static final double OUTLIER_VOLUME = 0.1;
  private static final int OUTLIER_BARS = 20;

  /** By regime, whether each trigger of the registry may enter. */
  private final boolean[][] mayEnter =
      new boolean[MarketRegime.values().length][Triggers.ALL.size()];

  private final double leastScore;
  private final TriggerSight seen = new TriggerSight();
  private final TriggerSight best = new TriggerSight();

  TriggerScan(TriggersStrategy strategy) {
    this.leastScore = strategy.number("min_score");
    for (MarketRegime regime : MarketRegime.values()) {
      for (int k = 0; k < Triggers.ALL.size(); k++) {
        mayEnter[regime.ordinal()][k] = strategy.mayEnter(Triggers.ALL.get(k), regime);
      }
    }
  }

  boolean mayEnter(int trigger, MarketRegime regime) {
    return mayEnter[regime.ordinal()][trigger];
  }

  /**
   * The registry's number of the trigger with the largest strength × confidence, the first of equal
   * ones; −1 if none reaches the least score or the market is not fit to be looked at.
   */
  int strongest(TriggerMoment moment) {
    int found = -1;
    for (int k = 0; k < Triggers.ALL.size(); k++) {
      if (mayEnter(k, moment.regime())
          && Triggers.ALL.get(k).trigger().see(moment, seen)
          && seen.score() >= leastScore
          && (found < 0 || seen.score() > best.score())) {
        best.copy(seen);
        found = k;
      }
    }
    return found >= 0 && fit(moment) ? found : -1;
  }

  /** What the strongest saw. */
  TriggerSight best() {
    return best;
  }

  /** Moves enough, and its price is no outlier on no volume. */
  private static boolean fit(TriggerMoment moment) {
    return lively(moment) && !outlier(moment);
  }

  static boolean lively(TriggerMoment moment) {
    return moment.columns().atrRatio(moment.bar()) >= moment.limits().atrRatio();
  }

  /** More than 10 % off the mean of 20 bars on less than a tenth of the usual volume. */
  static boolean outlier(TriggerMoment moment) {
    double off = moment.close() / moment.columns().mean(moment.bar(), OUTLIER_BARS) - 1;
    return Math.abs(off) > OUTLIER && moment.volumeRatio() < OUTLIER_VOLUME;
  }
}
