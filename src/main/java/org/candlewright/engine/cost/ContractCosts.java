package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.market.Exact;

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

  /**
   * Half spread plus slippage of a fill, as a fraction of price: slippage × max(1, √(share / 1 %)).
   * What the simulated exchange charges, before its rounding to whole ticks.
   *
   * @param shareOfBar part of a bar's volume that the fill takes, at least zero
   */
  public double expectedCost(double shareOfBar) {
    double impact = sizeImpact ? Math.max(1, Math.sqrt(100 * shareOfBar)) : 1;
    return (halfSpread + slippage * impact) / Exact.RATE_ONE;
  }

  /** Basis points as an integer of 1e-12. */
  public static long fromBps(BigDecimal bps) {
    return bps.movePointRight(8).longValueExact();
  }
}
