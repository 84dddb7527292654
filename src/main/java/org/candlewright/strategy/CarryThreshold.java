package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import org.candlewright.market.Exact;
import org.candlewright.market.FundingHistory;

/** Enters while the settled rate per 8 hours is at or above one threshold, leaves below another. */
final class CarryThreshold implements CarrySignal {
  private static final int ENTER = 0;
  private static final int EXIT = 1;

  private final long enter;
  private final long exit;

  CarryThreshold(BigDecimal enter, BigDecimal exit) {
    this.enter = Exact.scaled(enter, 12);
    this.exit = Exact.scaled(exit, 12);
  }

  @Override
  public List<String> reasons() {
    return List.of("rate_above_threshold", "rate_below_exit");
  }

  @Override
  public int enters(CarryMoment moment) {
    return below(moment, enter) ? -1 : ENTER;
  }

  @Override
  public double conviction(CarryMoment moment) {
    return 1;
  }

  @Override
  public boolean statesConviction() {
    return false;
  }

  @Override
  public int leaves(CarryMoment moment) {
    return below(moment, exit) ? EXIT : -1;
  }

  /** Whether the rate × 8 / interval hours is below the threshold: compared without division. */
  private static boolean below(CarryMoment moment, long threshold) {
    FundingHistory funding = moment.funding();
    int at = moment.settlement();
    return Math.multiplyExact(funding.rateUnits(at), 8)
        < Math.multiplyExact(threshold, funding.intervalHours(at));
  }

  @Override
  public Explanation explain(CarryMoment moment) {
    double rate = moment.rate(moment.settlement());
    return new Explanation(
        List.of(),
        List.of(
            new Explanation.Condition(
                "enter: rate per 8 h", !below(moment, enter), rate, enter / 1e12, "≥", List.of()),
            new Explanation.Condition(
                "leave: rate per 8 h", below(moment, exit), rate, exit / 1e12, "<", List.of())));
  }
}
