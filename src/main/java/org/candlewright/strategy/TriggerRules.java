package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;

/** The rules with a strategy's numbers. */
final class TriggerRules {
  private static final double STRENGTH_WEIGHT = 0.5;
  private static final double CONFIDENCE_WEIGHT = 0.3;
  private static final double VWAP_BOOST = 0.04;
  private static final double LOW_BOOST = 0.04;
  private static final double RSI_BOOST = 0.03;
  private static final double BOUNCE_BOOST = 0.04;
  private static final double TIER_BOOST = 0.02;

  /** By trigger, numbers of the rules that read it. */
  private final int[][] readers = new int[Triggers.ALL.size()][];

  private final double[] least = new double[TriggerRule.ALL.size()];
  final double[] size = new double[TriggerRule.ALL.size()];

  TriggerRules(TriggersStrategy strategy) {
    for (int r = 0; r < least.length; r++) {
      TriggerRule rule = TriggerRule.ALL.get(r);
      least[r] = strategy.number(rule.qualified("at_least")) / 100;
      size[r] = strategy.number(rule.qualified("size"));
    }
    for (int k = 0; k < readers.length; k++) {
      List<Integer> found = new ArrayList<>();
      for (int r = 0; r < least.length; r++) {
        if (TriggerRule.ALL.get(r).trigger().equals(Triggers.ALL.get(k).name())) {
          found.add(r);
        }
      }
      readers[k] = found.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * The rule that what was seen fits; −1 if none does.
   *
   * @param mayShort whether the instrument may be sold short
   */
  int of(int trigger, TriggerSight sight, boolean mayShort) {
    for (int r : readers[trigger]) {
      TriggerRule rule = TriggerRule.ALL.get(r);
      if (size[r] > 0
          && (rule.direction() == 0 || rule.direction() == sight.direction())
          && (rule.side() > 0 || mayShort)
          && Math.abs(sight.move()) >= least[r]) {
        return r;
      }
    }
    return -1;
  }

  /** Confidence as the rule trusts it. */
  static double confidence(int rule, TriggerSight sight) {
    return sight.confidence() * TriggerRule.ALL.get(rule).trust();
  }

  /**
   * 0.5 strength + 0.3 confidence, and a little more for each sign of a turn and for the first
   * tier; from 0 to 1. The signs are of a turn up and raise long entries alone.
   */
  static double conviction(int rule, TriggerSight sight, TriggerMoment moment, int tier) {
    double sum = STRENGTH_WEIGHT * sight.strength() + CONFIDENCE_WEIGHT * confidence(rule, sight);
    if (TriggerRule.ALL.get(rule).side() > 0) {
      sum += boosts(moment.columns(), moment.bar());
    }
    sum += tier == 1 ? TIER_BOOST : 0;
    return Math.max(0, Math.min(1, sum));
  }

  private static double boosts(TriggerColumns columns, int bar) {
    return (TurnQualifiers.aboveVwap(columns, bar) ? VWAP_BOOST : 0)
        + (TurnQualifiers.higherLow(columns, bar) ? LOW_BOOST : 0)
        + (columns.rsiCrossesMiddle(bar) ? RSI_BOOST : 0)
        + (TurnQualifiers.bounces(columns, bar) ? BOUNCE_BOOST : 0);
  }
}
