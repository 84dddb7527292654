package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;

/** What triggers and rules made of one instrument at one bar, in words and numbers. */
final class TriggerExplanation {
  private final TriggersStrategy strategy;
  private final RegimeGauge gauge;
  private final TriggerScan scan;
  private final TriggerRules rules;
  private final TriggerPlanner planner;

  TriggerExplanation(
      TriggersStrategy strategy,
      RegimeGauge gauge,
      TriggerScan scan,
      TriggerRules rules,
      TriggerPlanner planner) {
    this.strategy = strategy;
    this.gauge = gauge;
    this.scan = scan;
    this.rules = rules;
    this.planner = planner;
  }

  /**
   * @param reference bar of the reference that tells the regime, −1 for none
   */
  Explanation of(TriggerMoment moment, Universe universe, int reference) {
    List<Explanation.Input> inputs = measures(moment, universe, reference);
    List<Explanation.Condition> trees = new ArrayList<>();
    trees.add(universe(moment, universe));
    trees.add(regime(moment));
    trees.add(
        condition(
            "ATR 14 over its median of 7 days",
            TriggerScan.lively(moment),
            moment.columns().atrRatio(moment.bar()),
            "≥",
            moment.limits().atrRatio()));
    trees.add(
        condition("price is no outlier", !TriggerScan.outlier(moment), Double.NaN, "", Double.NaN));
    trees.add(triggers(moment));
    proposal(moment, universe, inputs, trees);
    return new Explanation(List.copyOf(inputs), List.copyOf(trees));
  }

  private List<Explanation.Input> measures(TriggerMoment moment, Universe universe, int reference) {
    TriggerColumns columns = moment.columns();
    int bar = moment.bar();
    List<Explanation.Input> inputs = new ArrayList<>();
    input(inputs, "close", moment.close(), "");
    input(inputs, "reference change of 7 days", gauge.change(reference), "fraction");
    input(inputs, "reference volatility", gauge.volatility(reference), "a year");
    input(inputs, "turnover of 24 hours", universe.turnover(bar), "quote");
    input(inputs, "spread", EstimatedBook.spreadBps(universe.turnover(bar)), "bps");
    input(inputs, "depth", EstimatedBook.depth(universe.turnover(bar)), "quote");
    input(inputs, "tier", universe.tier(bar), "");
    input(inputs, "move of 15 minutes", columns.quickMove(bar), "fraction");
    input(inputs, "move of 60 minutes", moment.hourMove(), "fraction");
    input(inputs, "move of 24 hours", moment.dayMove(), "fraction");
    input(inputs, "volume over its mean", moment.volumeRatio(), "×");
    input(inputs, "factor on thresholds", moment.eased(1), "×");
    return inputs;
  }

  private static Explanation.Condition universe(TriggerMoment moment, Universe universe) {
    int bar = moment.bar();
    Exclusion why = universe.exclusion(bar);
    String text =
        why == Exclusion.NONE
            ? "in the universe"
            : "in the universe: "
                + why.code()
                + ", wants "
                + universe.limit(why, bar)
                + ", is "
                + universe.value(why, bar);
    return condition(text, why == Exclusion.NONE, Double.NaN, "", Double.NaN);
  }

  private static Explanation.Condition regime(TriggerMoment moment) {
    return condition(
        "regime " + moment.regime().word() + " takes new positions",
        moment.limits().positions() > 0,
        moment.limits().positions(),
        ">",
        0);
  }

  private Explanation.Condition triggers(TriggerMoment moment) {
    List<Explanation.Condition> parts = new ArrayList<>();
    double least = strategy.number("min_score");
    boolean any = false;
    TriggerSight sight = new TriggerSight();
    for (int k = 0; k < Triggers.ALL.size(); k++) {
      TriggerKind kind = Triggers.ALL.get(k);
      boolean may = scan.mayEnter(k, moment.regime());
      boolean fired = kind.trigger().see(moment, sight);
      boolean holds = may && fired && sight.score() >= least;
      any |= holds;
      parts.add(
          condition(
              kind.name() + (may ? "" : ", not in this regime"),
              holds,
              fired ? sight.score() : 0,
              "≥",
              least));
    }
    return new Explanation.Condition(
        "a trigger fires", any, Double.NaN, Double.NaN, "", List.copyOf(parts));
  }

  private void proposal(
      TriggerMoment moment,
      Universe universe,
      List<Explanation.Input> inputs,
      List<Explanation.Condition> trees) {
    int trigger = scan.strongest(moment);
    if (trigger < 0) {
      return;
    }
    TriggerSight sight = scan.best();
    input(inputs, "strength", sight.strength(), "of 1");
    input(inputs, "confidence", sight.confidence(), "of 1");
    int rule = rules.of(trigger, sight, true);
    if (rule < 0) {
      trees.add(
          condition(
              Triggers.ALL.get(trigger).name() + " fits a rule",
              false,
              sight.move(),
              "",
              Double.NaN));
      return;
    }
    int tier = universe.tier(moment.bar());
    double conviction = TriggerRules.conviction(rule, sight, moment, tier);
    input(inputs, "conviction", conviction, "of 1");
    if (tier > 0) {
      input(inputs, "size", size(moment, rule, sight, tier), "% of equity");
    }
    double least = strategy.number("min_conviction");
    trees.add(
        condition(
            "conviction of " + TriggerRule.ALL.get(rule).name(),
            conviction >= least,
            conviction,
            "≥",
            least));
  }

  private double size(TriggerMoment moment, int rule, TriggerSight sight, int tier) {
    return planner.percent(
        rule,
        tier,
        TriggerPlanner.volatility(moment.columns().bars(), moment.bar()),
        TriggerRules.confidence(rule, sight),
        moment.limits().size(),
        false);
  }

  private static void input(
      List<Explanation.Input> inputs, String name, double value, String unit) {
    inputs.add(new Explanation.Input(name, value, unit));
  }

  private static Explanation.Condition condition(
      String text, boolean holds, double left, String relation, double right) {
    return new Explanation.Condition(text, holds, left, right, relation, List.of());
  }
}
