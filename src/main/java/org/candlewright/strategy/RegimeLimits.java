package org.candlewright.strategy;

/**
 * The numbers of a regime.
 *
 * @param size multiple of sizes
 * @param positions entries a bar at most
 * @param quickMove move of 15 minutes that counts, a fraction
 * @param hourMove move of 60 minutes that counts, a fraction
 * @param volumeRatio volume over its mean that is a spike
 * @param atrRatio least ATR over its median
 */
record RegimeLimits(
    double size,
    int positions,
    double quickMove,
    double hourMove,
    double volumeRatio,
    double atrRatio) {

  static RegimeLimits of(TriggersStrategy strategy, MarketRegime regime) {
    return new RegimeLimits(
        strategy.number(regime.qualified("size")),
        strategy.value(regime.qualified("positions")).intValueExact(),
        strategy.number(regime.qualified("move_15m")) / 100,
        strategy.number(regime.qualified("move_60m")) / 100,
        strategy.number(regime.qualified("volume_ratio")),
        strategy.number(regime.qualified("atr_ratio")));
  }
}
