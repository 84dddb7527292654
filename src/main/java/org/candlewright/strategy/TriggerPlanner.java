package org.candlewright.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;

/** Size, stop and target of an entry. */
final class TriggerPlanner {
  private static final double RISK = 50;
  private static final double LEAST_VOLATILITY = 10;
  private static final int VOLATILITY_HOURS = 24;

  private final BigDecimal[] stops = new BigDecimal[TriggerRule.ALL.size()];
  private final BigDecimal[] targets = new BigDecimal[TriggerRule.ALL.size()];
  private final int[] holdHours = new int[TriggerRule.ALL.size()];
  private final double[] tierSize = new double[TriggerProfile.TIERS];
  private final double[] tierMax = new double[TriggerProfile.TIERS];
  private final double floor;
  private final double canarySize;
  private final boolean ofEquity;
  private final TriggerRules rules;
  private final int stopReason;

  TriggerPlanner(TriggersStrategy strategy, TriggerRules rules, int stopReason) {
    this.rules = rules;
    this.stopReason = stopReason;
    for (int r = 0; r < stops.length; r++) {
      TriggerRule rule = TriggerRule.ALL.get(r);
      stops[r] = strategy.value(rule.qualified("stop_percent")).movePointLeft(2);
      targets[r] = strategy.value(rule.qualified("target_percent")).movePointLeft(2);
      holdHours[r] = strategy.value(rule.qualified("max_hold_hours")).intValueExact();
    }
    for (int k = 0; k < TriggerProfile.TIERS; k++) {
      tierSize[k] = strategy.number("tier" + (k + 1) + "_size");
      tierMax[k] = strategy.number("tier" + (k + 1) + "_max");
    }
    this.floor = strategy.number("floor_percent");
    this.canarySize = strategy.number("canary_size");
    this.ofEquity = strategy.sizing() instanceof Sizing.EquityShare;
  }

  int holdBars(int rule, BarSeries bars) {
    return HourlyReturns.bars(bars, holdHours[rule]);
  }

  /**
   * Percent of equity: (100 / stop %) × 50 / max(volatility %, 10), from the floor to the tier's
   * usual size, × confidence × the multiples of rule and regime (a trial entry its own), at most
   * the tier's largest.
   */
  double percent(
      int rule, int tier, double volatility, double confidence, double regime, boolean canary) {
    double usual =
        100
            / stops[rule].movePointRight(2).doubleValue()
            * RISK
            / Math.max(Double.isNaN(volatility) ? 0 : 100 * volatility, LEAST_VOLATILITY);
    double base = Math.max(floor, Math.min(usual, tierSize[tier - 1]));
    return Math.min(tierMax[tier - 1], base * multiple(rule, confidence, regime, canary));
  }

  private double multiple(int rule, double confidence, double regime, boolean canary) {
    return confidence * rules.size[rule] * regime * (canary ? canarySize : 1);
  }

  /** Of the 24 hours up to a bar. */
  static double volatility(BarSeries bars, int bar) {
    return HourlyReturns.volatility(bars, bar, VOLATILITY_HOURS);
  }

  /**
   * The entry. A trial entry waits at the decision's close for one bar and is maker or nothing.
   *
   * @param regime the regime's multiple of sizes
   */
  EntryPlan plan(
      BarSeries bars,
      int bar,
      int rule,
      int tier,
      double confidence,
      double regime,
      double conviction,
      boolean canary) {
    double size =
        ofEquity
            ? percent(rule, tier, volatility(bars, bar), confidence, regime, canary) / 100
            : multiple(rule, confidence, regime, canary);
    long close = bars.closes()[bar];
    EntryPlan.Route route =
        canary
            ? new EntryPlan.Route(EntryPlan.Kind.LIMIT, 0, close, true, 1)
            : EntryPlan.Route.MARKET;
    return new EntryPlan(route, exits(close, rule), conviction, Math.round(size * Exact.RATE_ONE));
  }

  private EntryPlan.Exits exits(long close, int rule) {
    int side = TriggerRule.ALL.get(rule).side();
    long stop = away(close, stops[rule].multiply(BigDecimal.valueOf(-side)));
    long target = away(close, targets[rule].multiply(BigDecimal.valueOf(side)));
    return new EntryPlan.Exits(
        Math.max(0, stop),
        stopReason,
        target > 0
            ? List.of(new EntryPlan.Target(target, Exact.RATE_ONE, stopReason + 1))
            : List.of(),
        EntryPlan.Trail.NONE,
        EntryPlan.BreakEven.NONE);
  }

  /** A price that share away, in ticks, half even. */
  private static long away(long close, BigDecimal share) {
    return BigDecimal.valueOf(close)
        .multiply(BigDecimal.ONE.add(share))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
