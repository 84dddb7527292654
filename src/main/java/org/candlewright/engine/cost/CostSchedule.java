package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentKind;

/** From options, fee schedule and liquidity to the costs in force. */
public final class CostSchedule {
  private CostSchedule() {}

  /**
   * @param fees schedule in force where the options name no rates
   * @param measured tier by turnover; empty if unknown, then {@code small}
   * @throws InputException if a given cost is out of range
   */
  public static ContractCosts resolve(
      CostOptions options, FeePreset fees, InstrumentKind kind, Optional<LiquidityTier> measured) {
    boolean custom = options.makerFee().isPresent() || options.takerFee().isPresent();
    BigDecimal maker = options.makerFee().orElse(fees.maker(kind));
    BigDecimal taker = options.takerFee().orElse(fees.taker(kind));
    LiquidityTier tier = options.tier().or(() -> measured).orElse(LiquidityTier.SMALL);
    String source =
        options.tier().isPresent() ? "given" : measured.isPresent() ? "turnover" : "default";
    return new ContractCosts(
        Rate.of(fraction("maker fee", maker)),
        Rate.of(fraction("taker fee", taker)),
        ContractCosts.fromBps(
            bps("half spread", options.halfSpreadBps().orElse(tier.halfSpreadBps()))),
        ContractCosts.fromBps(bps("slippage", options.slippageBps().orElse(tier.slippageBps()))),
        options.sizeImpact(),
        options.participation(),
        tier,
        source,
        custom ? "custom" : fees.toString());
  }

  private static BigDecimal fraction(String what, BigDecimal value) {
    if (value.abs().compareTo(new BigDecimal("0.1")) > 0
        || value.stripTrailingZeros().scale() > 12) {
      throw new InputException(
          what + ": " + value.toPlainString() + " is out of range",
          "Give a fraction of notional from -0.1 to 0.1 with at most 12 decimals,"
              + " for example 0.0005");
    }
    return value;
  }

  private static BigDecimal bps(String what, BigDecimal value) {
    if (value.signum() < 0
        || value.compareTo(BigDecimal.valueOf(1_000)) > 0
        || value.stripTrailingZeros().scale() > 8) {
      throw new InputException(
          what + ": " + value.toPlainString() + " basis points is out of range",
          "Give 0 to 1000 basis points");
    }
    return value;
  }
}
