package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How the rules of a strategy become orders.
 *
 * @param every whether each rule that holds acts, whatever is held or works; else the first that
 *     holds does, and entries only while flat
 * @param pyramiding entries of one side that may be held at once; counts where every rule acts
 * @param exits orders that rest beside the position
 */
public record RuleOrders(boolean every, int pyramiding, List<Exit> exits) {
  /** The first rule that holds acts, at the next open. */
  public static final RuleOrders FIRST = new RuleOrders(false, 1, List.of());

  /** What a rule sends. */
  public sealed interface Action {
    /**
     * A market order.
     *
     * @param share of the position that an exit closes
     * @param atClose whether an exit fills at the close it is decided on
     */
    record Market(BigDecimal share, boolean atClose) implements Action {}

    /**
     * An entry that waits for price. Sent again it moves.
     *
     * @param stop trigger; empty for a limit order
     * @param limit price it never fills past; empty for a stop order
     */
    record Resting(Optional<Operand> stop, Optional<Operand> limit) implements Action {}
  }

  /** All at the next open. */
  public static final Action MARKET = new Action.Market(BigDecimal.ONE, false);

  /**
   * Orders that rest beside a position of one side, of which the first to be done cancels the
   * others; computed again at each close, and moved.
   *
   * @param name reason code
   * @param side of the position: 1 long, -1 short
   * @param when on which closes they are sent or moved; empty for each
   * @param stop trigger
   * @param limit price
   * @param trail a stop that follows the best price
   * @param share of what was entered
   */
  public record Exit(
      String name,
      int side,
      Optional<Condition> when,
      Optional<Operand> stop,
      Optional<Operand> limit,
      Optional<Trail> trail,
      BigDecimal share) {}

  /**
   * A trailing stop.
   *
   * @param from price that arms it
   * @param distance from the best price
   */
  public record Trail(Operand from, Operand distance) {}

  /** Whether every rule that holds acts at market, so that nothing of this needs to be said. */
  boolean plain() {
    return equals(FIRST);
  }
}
