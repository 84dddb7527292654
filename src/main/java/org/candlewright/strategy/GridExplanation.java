package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.BarSeries;

/** What a grid saw at a bar, in words and numbers. */
record GridExplanation(GridLevels grid, BarSeries bars, int steps) {

  Explanation at(int bar, double range) {
    double close = bars.price(bars.closes()[bar]);
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(new Explanation.Input("ATR", range, ""));
    inputs.add(new Explanation.Input("lower edge", price(grid.low()), ""));
    inputs.add(new Explanation.Input("upper edge", price(grid.high()), ""));
    inputs.add(new Explanation.Input("start", price(grid.start()), ""));
    if (!grid.laid()) {
      return new Explanation(inputs, List.of());
    }
    double halfStep = (price(grid.high()) - price(grid.low())) / (2.0 * steps);
    double away = grid.last() == 0 ? Double.NaN : Math.abs(close - price(grid.last()));
    List<Explanation.Condition> parts =
        List.of(
            leaf(
                "the close lies inside the grid",
                grid.inside(bars.closes()[bar]),
                close,
                Double.NaN,
                ""),
            leaf(
                "the bar touched a level",
                grid.touched(bars.lows()[bar], bars.highs()[bar]),
                bars.price(bars.lows()[bar]),
                bars.price(bars.highs()[bar]),
                "to"),
            leaf(
                "the close is half a step from the last signal's level",
                grid.away(bars.closes()[bar]),
                away,
                halfStep,
                "≥"));
    boolean holds = parts.stream().allMatch(Explanation.Condition::holds);
    return new Explanation(
        inputs,
        List.of(
            new Explanation.Condition(
                "grid: a level may be taken", holds, Double.NaN, Double.NaN, "", parts)));
  }

  private double price(long ticks) {
    return grid.laid() && ticks > 0 ? bars.price(ticks) : Double.NaN;
  }

  private static Explanation.Condition leaf(
      String text, boolean holds, double left, double right, String relation) {
    return new Explanation.Condition(text, holds, left, right, relation, List.of());
  }
}
