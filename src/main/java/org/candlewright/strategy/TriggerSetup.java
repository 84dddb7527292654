package org.candlewright.strategy;

/**
 * The surest trigger of an instrument at a bar.
 *
 * @param side 1 long, -1 short
 * @param fires how many triggers fire; 0 for none
 * @param conviction 0.5 × strength + 0.3 × confidence + boosts, 0 to 1
 */
record TriggerSetup(
    Trigger trigger, int side, int fires, int tier, double confidence, double conviction) {
  static final TriggerSetup NONE = new TriggerSetup(Trigger.BREAKOUT, 1, 0, 3, 0, 0);

  private static final Trigger[] TRIGGERS = Trigger.values();
  private static final double BOOST = 0.04;
  private static final double RSI_BOOST = 0.03;
  private static final double TIER_BOOST = 0.02;

  /** ATR over its median that a market needs before anything fires. */
  static double neededRange(MarketRegime regime) {
    return regime == MarketRegime.CHOP ? 1.05 : 1.2;
  }

  static TriggerSetup of(
      TriggerColumns market,
      int bar,
      MarketRegime regime,
      boolean plain,
      int tier,
      double leastScore) {
    if (market.outlier(bar) || market.range(bar) < neededRange(regime)) {
      return NONE;
    }
    Trigger best = TRIGGERS[0];
    double bestScore = 0;
    int fires = 0;
    for (Trigger trigger : TRIGGERS) {
      double strength = regime.allows(trigger, plain) ? market.strength(trigger, bar, regime) : 0;
      double score = strength == 0 ? 0 : strength * market.confidence(trigger, bar, regime);
      if (score > 0 && score >= leastScore) {
        fires++;
        if (score > bestScore) {
          bestScore = score;
          best = trigger;
        }
      }
    }
    if (fires == 0) {
      return NONE;
    }
    double confidence = market.confidence(best, bar, regime);
    double conviction =
        0.5 * market.strength(best, bar, regime) + 0.3 * confidence + boosts(market, bar, tier);
    int side = best.buys() || market.lastMove(bar) < 0 ? 1 : -1;
    return new TriggerSetup(
        best, side, fires, Math.max(1, tier), confidence, Math.max(0, Math.min(1, conviction)));
  }

  private static double boosts(TriggerColumns market, int bar, int tier) {
    return (market.aboveMeanPrice(bar) ? BOOST : 0)
        + (market.higherLow(bar) ? BOOST : 0)
        + (market.rsiCrosses(bar) ? RSI_BOOST : 0)
        + (market.bounces(bar) ? BOOST : 0)
        + (tier == 1 ? TIER_BOOST : 0);
  }
}
