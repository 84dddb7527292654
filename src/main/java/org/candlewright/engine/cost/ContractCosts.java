package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * All costs in force for one instrument of a run.
 *
 * @param maker fee rate of resting orders
 * @param taker fee rate of crossing orders
 * @param halfSpread integer of 1e-12 of price
 * @param slippage integer of 1e-12 of price, before size impact
 * @param sizeImpact whether slippage grows with the share of the bar's volume
 * @param participation largest share of a bar's volume, empty for no limit
 * @param tier tier in force
 * @param tierSource {@code given}, {@code turnover}, or {@code default} where no bars before the
 *     start tell
 * @param feeName name of the schedule, {@code custom} if rates were given
 */
public record ContractCosts(
    Rate maker,
    Rate taker,
    long halfSpread,
    long slippage,
    boolean sizeImpact,
    Optional<BigDecimal> participation,
    LiquidityTier tier,
    String tierSource,
    String feeName) {

  /** Basis points as an integer of 1e-12. */
  public static long fromBps(BigDecimal bps) {
    return bps.movePointRight(8).longValueExact();
  }
}
