package org.candlewright.analytics.funding;

import java.math.BigDecimal;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.market.Exact;
import org.candlewright.market.InputException;

/**
 * What a user assumes about harvesting funding; every yield follows from it.
 *
 * @param holdingDays days between entry and exit that the costs are spread over
 * @param notional of one leg, in quote
 * @param marginShare margin of the perpetual as a share of its notional
 * @param streakThreshold rate per eight hours from which a settlement counts as a good one
 * @param costs fees, spreads and slippage where they are not to be the venue's and the tier's
 */
public record FundingAssumptions(
    double holdingDays,
    double notional,
    double marginShare,
    BigDecimal streakThreshold,
    CostOptions costs) {

  public FundingAssumptions {
    positive("--holding-days", holdingDays);
    positive("--notional", notional);
    positive("the margin share", marginShare);
  }

  private static void positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InputException(
          what + ": " + value + " is not above zero", "Give a positive number");
    }
  }

  /**
   * 30 days, 1,000 of quote, margin equal to notional, 0.03 % per eight hours, the venue's costs.
   */
  public static FundingAssumptions defaults() {
    return new FundingAssumptions(30, 1_000, 1, new BigDecimal("0.0003"), CostOptions.defaults());
  }

  /** With another horizon and size. */
  public FundingAssumptions with(double days, double legNotional) {
    return new FundingAssumptions(days, legNotional, marginShare, streakThreshold, costs);
  }

  /** The streak threshold as an integer of 1e-12. */
  long thresholdUnits() {
    return Exact.scaled(streakThreshold, 12);
  }
}
