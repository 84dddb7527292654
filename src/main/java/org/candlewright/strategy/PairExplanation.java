package org.candlewright.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What a pair looked like at a bar, and what stood against or for a decision. */
final class PairExplanation {
  private final double entry;
  private final double exit;
  private final double stop;
  private final double timeStop;
  private final double shortest;
  private final double longest;

  PairExplanation(PairsStrategy strategy) {
    this.entry = strategy.value("entry_z").doubleValue();
    this.exit = strategy.value("exit_z").doubleValue();
    this.stop = strategy.value("stop_z").doubleValue();
    this.timeStop = strategy.value("time_stop").doubleValue();
    this.shortest = strategy.value("min_half_life").doubleValue();
    double most = strategy.value("max_half_life").doubleValue();
    this.longest = most == 0 ? Double.POSITIVE_INFINITY : most;
  }

  /**
   * @param at joined bar; -1 if the bar is not one
   */
  Explanation explain(PairColumns pair, int at, PairTrade trade, int barsInTrade) {
    if (at < 0) {
      return new Explanation(
          List.of(), List.of(condition("both legs have a bar", false, Double.NaN, "", Double.NaN)));
    }
    PairEstimate estimate = pair.estimateAt(at);
    boolean held = trade.side != 0;
    double halfLife =
        held
            ? trade.halfLife
            : Double.isNaN(estimate.ratio()) ? Double.NaN : estimate.halfLifeBars();
    double ratio = held ? trade.ratio : estimate.ratio();
    int lookBack = held ? trade.lookBack : estimate.lookBack(halfLife);
    double score = estimate.zScore(at, ratio, lookBack);
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(new Explanation.Input("hedge ratio", ratio, ""));
    inputs.add(new Explanation.Input("intercept", estimate.intercept(), ""));
    inputs.add(new Explanation.Input("spread", estimate.spread(at, ratio), "without intercept"));
    inputs.add(new Explanation.Input("its mean", estimate.spreadMean(), ""));
    inputs.add(new Explanation.Input("its deviation", estimate.spreadDeviation(), ""));
    inputs.add(new Explanation.Input("z-score", score, "deviations"));
    inputs.add(new Explanation.Input("half-life", halfLife, "bars"));
    if (!held) {
      return new Explanation(inputs, List.of(entry(ratio, score, halfLife)));
    }
    PairBars bars = pair.bars();
    inputs.add(
        new Explanation.Input(
            "hedge drift", trade.drift(bars.firstLog(at) - bars.secondLog(at)), "fraction"));
    return new Explanation(inputs, exits(trade, score, barsInTrade));
  }

  private Explanation.Condition entry(double ratio, double score, double halfLife) {
    boolean hedges = ratio > 0 && ratio <= PairEstimate.LARGEST_RATIO;
    double width = Math.abs(score);
    boolean reverts = halfLife >= shortest && halfLife <= longest;
    return new Explanation.Condition(
        "enter: all of",
        width >= entry && width < stop && hedges && reverts,
        Double.NaN,
        Double.NaN,
        "",
        List.of(
            condition("|z| at or beyond the entry", width >= entry, width, "≥", entry),
            condition("|z| before the stop", width < stop, width, "<", stop),
            condition("hedge ratio above 0, at most 10", hedges, ratio, ">", 0),
            condition("half-life known and in range", reverts, halfLife, "≤", longest)));
  }

  private List<Explanation.Condition> exits(PairTrade trade, double score, int barsInTrade) {
    double towards = trade.side * score;
    double most = timeStop * trade.halfLife;
    return List.of(
        condition("leave: z has come back", towards >= -exit, towards, "≥", -exit),
        condition("stop: z has gone on", towards <= -stop, towards, "≤", -stop),
        condition(
            "time stop: bars in trade",
            timeStop > 0 && barsInTrade >= most,
            barsInTrade,
            "≥",
            timeStop > 0 ? most : Double.NaN));
  }

  private static Explanation.Condition condition(
      String text, boolean holds, double left, String relation, double right) {
    return new Explanation.Condition(text, holds, left, right, relation, List.of());
  }

  /** A number with six digits; "none" where there is none. */
  String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toPlainString()
        : "none";
  }

  String range(double low, double high) {
    return Double.isInfinite(high) ? "from " + number(low) : number(low) + " to " + number(high);
  }
}
