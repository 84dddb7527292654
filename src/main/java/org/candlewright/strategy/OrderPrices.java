package org.candlewright.strategy;

import java.util.Optional;

/**
 * Prices that the rules of one instrument compute for orders, compiled.
 *
 * @param stop trigger; empty without
 * @param limit empty without
 * @param from price that arms a trailing stop; empty without
 * @param distance of the trailing stop; empty without
 */
record OrderPrices(
    Optional<PositionNode.Term> stop,
    Optional<PositionNode.Term> limit,
    Optional<PositionNode.Term> from,
    Optional<PositionNode.Term> distance) {

  static final OrderPrices NONE =
      new OrderPrices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static OrderPrices of(RulesStrategy.Rule rule, RuleNodes nodes) {
    return rule.action() instanceof RuleOrders.Action.Resting resting
        ? new OrderPrices(
            resting.stop().map(nodes::term),
            resting.limit().map(nodes::term),
            Optional.empty(),
            Optional.empty())
        : NONE;
  }

  static OrderPrices of(RuleOrders.Exit exit, RuleNodes nodes) {
    return new OrderPrices(
        exit.stop().map(nodes::term),
        exit.limit().map(nodes::term),
        exit.trail().map(RuleOrders.Trail::from).map(nodes::term),
        exit.trail().map(RuleOrders.Trail::distance).map(nodes::term));
  }

  /**
   * Trigger in ticks; 0 without one or while it is unknown.
   *
   * @param at bar of the block
   * @param side of the order
   */
  long stopTicks(DecisionPass pass, int instrument, int side, int at) {
    return stop.isEmpty() ? 0 : ticks(pass.stopTicks(instrument, side, stop.get().at(at)));
  }

  /** Limit in ticks likewise. */
  long limitTicks(DecisionPass pass, int instrument, int side, int at) {
    return limit.isEmpty() ? 0 : ticks(pass.limitTicks(instrument, side, limit.get().at(at)));
  }

  /** The trailing stop; {@link EntryPlan.Trail#NONE} without one or while it is unknown. */
  EntryPlan.Trail trail(DecisionPass pass, int instrument, int side, int at, int reason) {
    if (from.isEmpty() || distance.isEmpty()) {
      return EntryPlan.Trail.NONE;
    }
    long activation = ticks(pass.limitTicks(instrument, side, from.get().at(at)));
    double behind = distance.get().at(at);
    // A distance is rounded up like a limit to sell, so that it never shrinks to nothing.
    return activation == 0 || Double.isNaN(behind)
        ? EntryPlan.Trail.NONE
        : new EntryPlan.Trail(
            activation, Math.max(0, pass.limitTicks(instrument, -1, behind)), 0, reason);
  }

  /** Prices that are unknown or not above zero make no order. */
  private static long ticks(long ticks) {
    return Math.max(0, ticks);
  }
}
