package org.candlewright.analytics;

import java.util.function.Function;

/** Figures of the account as a whole: a side has none of its own. */
final class Whole {
  private Whole() {}

  /** The figure for all trades; undefined for a side because equity is not split. */
  static Function<SideFigures, MetricValue> account(Function<SideFigures, MetricValue> function) {
    return only("equity with open profit is not split by side", function);
  }

  static Function<SideFigures, MetricValue> only(
      String reason, Function<SideFigures, MetricValue> function) {
    return figures -> figures.whole() ? function.apply(figures) : MetricValue.undefined(reason);
  }
}
