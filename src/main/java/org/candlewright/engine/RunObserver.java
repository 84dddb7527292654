package org.candlewright.engine;

/** Watches a run. The engine's results never depend on whether anybody does. */
public interface RunObserver {
  /** Watches nothing. */
  RunObserver NONE = new RunObserver() {};

  /** Whether {@link #equity} is to be called at every bar of the run's clock. */
  default boolean wantsEquity() {
    return false;
  }

  /** Equity in money units at a bar's close, after the decision and before the next open. */
  default void equity(long timeMillis, long equity) {}

  /**
   * Equity at a stretch of bars on which nothing but the price moves; comes in place of {@link
   * #equity} for each of them.
   *
   * @param bars of the only instrument
   * @param from first bar
   * @param to one past the last
   * @param base equity at a price of zero, money units
   * @param slope money units per tick of the close
   */
  default void equityAlong(
      org.candlewright.market.BarSeries bars, int from, int to, long base, long slope) {
    long[] closes = bars.closes();
    for (int bar = from; bar < to; bar++) {
      equity(bars.endTime(bar), base + slope * closes[bar]);
    }
  }

  /** Whether full decision records are wanted. */
  default boolean wantsDecisions() {
    return false;
  }

  default void decision(DecisionRecord decision) {}

  /** Whether {@link #posting} is to be called; asked once, before the run. */
  default boolean wantsPostings() {
    return false;
  }

  /** Whether {@link #order} is to be called. */
  default boolean wantsOrders() {
    return false;
  }

  /**
   * An order was sent, touched, or has ended. Fills in between are in the log.
   *
   * @param order as it is now; it changes when the run goes on
   */
  default void order(long timeMillis, org.candlewright.engine.order.Order order) {}

  /**
   * A posting to the ledger.
   *
   * @param entry number of the ledger entry, from 1
   * @param account see {@link Ledger#nameOf}
   * @param amount money units of the account's currency
   */
  default void posting(long entry, long timeMillis, int account, long amount, String reference) {}

  /**
   * A block of bars has been computed; indicator lines of these bars can be read until the next.
   */
  default void block(
      org.candlewright.strategy.StrategyProgram program, int instrument, int from, int to) {}
}
