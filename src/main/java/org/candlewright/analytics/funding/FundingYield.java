package org.candlewright.analytics.funding;

import java.util.OptionalDouble;

/**
 * What harvesting pays in a year of 365 days, as a fraction.
 *
 * @param gross Σ rates / covered years, gaps left out, so that changing intervals do not distort it
 * @param net gross less the round trip's cost once a holding time, on the notional of one leg
 * @param netOnCapital the same on what both legs tie up: the spot and the perpetual's margin
 * @param breakEvenDays days after which funding has paid the round trip; empty if it never does
 */
public record FundingYield(
    double gross, double net, double netOnCapital, OptionalDouble breakEvenDays) {
  private static final double DAYS = 365;

  static FundingYield of(
      double sumOfRates, double coveredDays, double roundTrip, FundingAssumptions assumptions) {
    double gross = sumOfRates * DAYS / coveredDays;
    double net = gross - roundTrip * DAYS / assumptions.holdingDays();
    return new FundingYield(
        gross,
        net,
        net / (1 + assumptions.marginShare()),
        gross > 0 ? OptionalDouble.of(roundTrip * DAYS / gross) : OptionalDouble.empty());
  }
}
