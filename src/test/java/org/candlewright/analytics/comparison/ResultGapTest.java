package org.candlewright.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultGapTest {
  private static RunTrade trade(
      long entry, String quantity, String net, String fees, String funding) {
    return new RunTrade(
        "x:AB.P",
        "long",
        entry,
        entry + 10,
        new BigDecimal(quantity),
        new BigDecimal(net),
        new BigDecimal(fees),
        new BigDecimal(funding));
  }

  @Test
  void equalRunsHaveNoGap() {
    List<RunTrade> trades = List.of(trade(1, "2", "9", "1", "0"));
    ResultGap gap = ResultGap.of(trades, trades);
    assertThat(gap.total()).isEqualByComparingTo("0");
    assertThat(gap.matched()).isEqualTo(1);
  }

  @Test
  void eachCauseIsToldApartAndTheySumToTheDifference() {
    // From prices: first 9 + 1 − 0 = 10 on 2 units, second 17.5 + 2 − 0.5 = 19 on 3.
    List<RunTrade> first = List.of(trade(1, "2", "9", "1", "0"), trade(2, "1", "5", "0", "0"));
    List<RunTrade> second =
        List.of(trade(1, "3", "17.5", "2", "0.5"), trade(3, "1", "-4", "0", "0"));
    ResultGap gap = ResultGap.of(first, second);
    assertThat(gap.quantity()).as("10 / 2 more for the third unit").isEqualByComparingTo("5");
    assertThat(gap.price()).as("19 − 10 − 5").isEqualByComparingTo("4");
    assertThat(gap.fees()).isEqualByComparingTo("-1");
    assertThat(gap.funding()).isEqualByComparingTo("0.5");
    assertThat(gap.missedTrades()).isEqualByComparingTo("-5");
    assertThat(gap.extraTrades()).isEqualByComparingTo("-4");
    assertThat(gap.total()).as("(17.5 − 4) − (9 + 5)").isEqualByComparingTo("-0.5");
  }

  @Test
  void aQuotientThatDoesNotEndStillAddsUp() {
    List<RunTrade> first = List.of(trade(1, "3", "10", "0", "0"));
    List<RunTrade> second = List.of(trade(1, "4", "11", "0", "0"));
    assertThat(ResultGap.of(first, second).total()).isEqualByComparingTo("1");
  }

  @Test
  void theFirstDivergingDecisionIsNamed() {
    DecisionStep same = new DecisionStep("t1", "x", "enter", "long", "cross", "accepted", "1");
    DecisionStep one = new DecisionStep("t2", "x", "exit", "long", "cross", "accepted", "");
    DecisionStep other = new DecisionStep("t3", "x", "exit", "long", "stop", "accepted", "");
    assertThat(DecisionStep.firstDivergence(List.of(same, one), List.of(same, other)))
        .hasValueSatisfying(
            divergence -> {
              assertThat(divergence.number()).isEqualTo(2);
              assertThat(divergence.first()).isEqualTo("t2 x exit long (cross), accepted");
            });
    assertThat(DecisionStep.firstDivergence(List.of(same), List.of(same, other)))
        .hasValueSatisfying(divergence -> assertThat(divergence.first()).isEqualTo("none"));
    assertThat(DecisionStep.firstDivergence(List.of(same), List.of(same))).isEmpty();
  }
}
