package org.candlewright.engine.order;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * What an order asks of the venue. Prices in ticks, 0 where the kind has none.
 *
 * @param limitTicks price it is never filled past
 * @param triggerTicks price that wakes it; of a trailing stop the activation, 0 for at once
 * @param trailTicks distance of a trailing stop from the best price; 0 if it is a share
 * @param trailShare the same as a share of the best price, integer of 1e-12; 0 if it is a distance
 * @param postOnly rejected rather than crossing on arrival
 * @param reduceOnly never more than what is held
 * @param expiresMillis end of its time to live, epoch milliseconds; {@link #NEVER} for none
 */
public record OrderTerms(
    OrderKind kind,
    long limitTicks,
    long triggerTicks,
    long trailTicks,
    long trailShare,
    boolean postOnly,
    boolean reduceOnly,
    long expiresMillis) {

  public static final long NEVER = Long.MAX_VALUE;

  private static final OrderTerms MARKET =
      new OrderTerms(OrderKind.MARKET, 0, 0, 0, 0, false, false, NEVER);
  private static final OrderTerms MARKET_EXIT =
      new OrderTerms(OrderKind.MARKET, 0, 0, 0, 0, false, true, NEVER);

  /** A market order that opens or adds. */
  public static OrderTerms market() {
    return MARKET;
  }

  /** A market order that only reduces. */
  public static OrderTerms marketExit() {
    return MARKET_EXIT;
  }

  /** A reduce-only stop that rests until touched. */
  public static OrderTerms stopExit(long triggerTicks) {
    return new OrderTerms(OrderKind.STOP, 0, triggerTicks, 0, 0, false, true, NEVER);
  }

  /** A reduce-only limit. */
  public static OrderTerms limitExit(long limitTicks) {
    return new OrderTerms(OrderKind.LIMIT, limitTicks, 0, 0, 0, false, true, NEVER);
  }

  /** A reduce-only trailing stop. */
  public static OrderTerms trailingExit(long activationTicks, long trailTicks, long trailShare) {
    return new OrderTerms(
        OrderKind.TRAILING, 0, activationTicks, trailTicks, trailShare, false, true, NEVER);
  }

  void save(StateWriter out) {
    out.putLong(kind.ordinal());
    out.putLong(limitTicks);
    out.putLong(triggerTicks);
    out.putLong(trailTicks);
    out.putLong(trailShare);
    out.putLong(postOnly ? 1 : 0);
    out.putLong(reduceOnly ? 1 : 0);
    out.putLong(expiresMillis);
  }

  static OrderTerms restore(StateReader in) {
    return new OrderTerms(
        OrderKind.values()[in.getInt()],
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong() != 0,
        in.getLong() != 0,
        in.getLong());
  }
}
