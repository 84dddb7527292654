package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a user chose about costs; whatever is empty comes from the strategy's preset and the tier.
 *
 * @param fees named schedule
 * @param makerFee fraction of notional, replaces the schedule's
 * @param takerFee fraction of notional, replaces the schedule's
 * @param halfSpreadBps basis points, replaces the tier's
 * @param slippageBps basis points, replaces the tier's
 * @param sizeImpact whether slippage grows with the share of the bar's volume
 * @param participation largest share of a bar's volume; empty for no limit
 * @param tier given tier; empty to take it from turnover
 */
public record CostOptions(
    Optional<FeePreset> fees,
    Optional<BigDecimal> makerFee,
    Optional<BigDecimal> takerFee,
    Optional<BigDecimal> halfSpreadBps,
    Optional<BigDecimal> slippageBps,
    boolean sizeImpact,
    Optional<BigDecimal> participation,
    Optional<LiquidityTier> tier) {

  public static final BigDecimal DEFAULT_PARTICIPATION = new BigDecimal("0.1");

  /** Everything by default. */
  public static CostOptions defaults() {
    return new CostOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.of(DEFAULT_PARTICIPATION),
        Optional.empty());
  }
}
