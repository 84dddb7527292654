package org.candlewright.analytics.funding;

import java.util.Optional;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.CostSchedule;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.market.InstrumentKind;

/**
 * Cost of entering and leaving a carry: fees, half spread and slippage of four market fills.
 *
 * @param roundTrip fraction of one leg's notional
 * @param feeName schedule of fees in force
 */
public record CarryCost(double roundTrip, String feeName) {

  /**
   * @param perpetual turnover of the perpetual, if known
   * @param spot turnover of the spot, if known; the perpetual's stands in
   */
  static CarryCost of(
      String venue,
      FundingAssumptions assumptions,
      Optional<LiquidityTier> tier,
      Optional<Turnover> perpetual,
      Optional<Turnover> spot) {
    CostOptions options = assumptions.costs();
    FeePreset fees = options.fees().orElse(FeePreset.ofVenue(venue));
    Optional<LiquidityTier> spotTier =
        spot.map(turnover -> LiquidityTier.ofDailyTurnover(turnover.quote())).or(() -> tier);
    ContractCosts perpetualCosts =
        CostSchedule.resolve(options, fees, InstrumentKind.LINEAR_PERPETUAL, tier);
    ContractCosts spotCosts = CostSchedule.resolve(options, fees, InstrumentKind.SPOT, spotTier);
    double one =
        fill(perpetualCosts, assumptions, perpetual)
            + fill(spotCosts, assumptions, spot.or(() -> perpetual));
    return new CarryCost(2 * one, perpetualCosts.feeName());
  }

  /** Taker fee, half spread and slippage of one fill at the user's size in a mean hour. */
  private static double fill(
      ContractCosts costs, FundingAssumptions assumptions, Optional<Turnover> turnover) {
    double share =
        turnover
            .filter(known -> known.quote() > 0)
            .map(known -> assumptions.notional() / known.hourly())
            .orElse(0.0);
    return costs.taker().decimal().doubleValue() + costs.expectedCost(share);
  }
}
