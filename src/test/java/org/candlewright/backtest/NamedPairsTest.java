package org.candlewright.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.PairScenario;
import org.candlewright.engine.Reasons;
import org.junit.jupiter.api.Test;

/**
 * Two legs as one unit, by hand. Capital 9,000, hedge ratio 2, closes 200 and 100 at the decision:
 * 3,000 go to the first leg, 3,000 / (200 × 1.0007) = 14.9895 coins, down to 14.989, worth 2,997.8;
 * the second is worth twice that, 59.956 coins. Tick 0.1, lot 0.001, half spread and slippage 1 bp
 * each, taker 0.05 %.
 */
class NamedPairsTest {
  private static final String DECISION = "200/200/200/200";
  private static final String DECISION_B = "100/100/100/100";

  @Test
  void theSecondLegIsWorthTheHedgeRatioTimesTheFirst() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199.9/200/199/199.5", "199/200/198/199")
            .second(DECISION_B, "99.9/100/99/99.8", "99/100/98/99")
            .at(0, pass -> pass.enterLegs(0, 1, -1, 2, 0))
            .at(1, pass -> pass.exitLegs(0, 1, 5));
    // Sold: 199.9 × 0.9998 down to 199.8; bought: 99.9 × 1.0002 up to 100.
    assertThat(pair.fills())
        .containsExactly(
            "01:00 A sell 14.989 @ 199.8",
            "01:00 B buy 59.956 @ 100.0",
            "02:00 A buy 14.989 @ 199.1",
            "02:00 B sell 59.956 @ 98.9");
  }

  @Test
  void bothLegsAreOneTradeWhoseMoneyAddsUpToTheEquity() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199.9/200/199/199.5", "199/200/198/199")
            .second(DECISION_B, "99.9/100/99/99.8", "99/100/98/99")
            .at(0, pass -> pass.enterLegs(0, 1, -1, 2, 0))
            .at(1, pass -> pass.exitLegs(0, 1, 5));
    List<Trade> trades = trades(pair);
    assertThat(trades).hasSize(1);
    assertThat(trades.getFirst().first().side()).isEqualTo(-1);
    assertThat(trades.getFirst().second()).map(LegTrade::side).contains(1);
    // −0.7 × … : 14.989 × 0.7 − 59.956 × 1.1 less fees of 0.05 % on all four fills.
    assertThat(trades.getFirst().net()).isEqualTo(pair.gain());
  }

  /** What either bar allows: 10 % of 300 coins of B is 30 of 59.956, so 7.5 of 14.989. */
  @Test
  void inEachBarBothLegsFillTheSmallerShareThatEitherMay() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199/199/199/199", "199/199/199/199", "199/199/199/199")
            .second(DECISION_B, "99/99/99/99/300", "99/99/99/99/1000", "99/99/99/99")
            .at(0, pass -> pass.enterLegs(0, 1, -1, 2, 0));
    assertThat(pair.quantities())
        .startsWith("01:00 A 7.500", "01:00 B 30.000", "02:00 A 7.489", "02:00 B 29.956");
  }

  @Test
  void aLegWithoutABarMakesTheOtherOneWait() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199/199/199/199", "199/199/199/199", "199/199/199/199")
            .second(DECISION_B, "", "99/99/99/99", "99/99/99/99")
            .at(0, pass -> pass.enterLegs(0, 1, -1, 2, 0));
    assertThat(pair.quantities()).startsWith("02:00 A 14.989", "02:00 B 59.956");
  }

  /** Both opened higher, and 9,000 no longer pay for all: the legs are cut in proportion. */
  @Test
  void whatFreeCashDoesNotPayForIsCutFromBothLegs() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "220/220/220/220", "220/220/220/220")
            .second(DECISION_B, "110/110/110/110", "110/110/110/110")
            .at(0, pass -> pass.enterLegs(0, 1, -1, 2, 0));
    // A sells at 219.9, B buys at 110.1. 13.613 and 54.452 cost 2993.498… and 5995.165…, with fees
    // 8993.15…; 13.622 and 54.488 would be 9000.
    List<String> bought = pair.quantities();
    double first = Double.parseDouble(bought.get(0).substring("01:00 A ".length()));
    double second = Double.parseDouble(bought.get(1).substring("01:00 B ".length()));
    double cost = (first * 219.9 + second * 110.1) * 1.0005;
    double oneMore = ((first + 0.001) * 219.9 + (second + 0.004) * 110.1) * 1.0005;
    assertThat(cost).isLessThanOrEqualTo(9_000);
    assertThat(oneMore).isGreaterThan(9_000);
    assertThat(second / first).isBetween(3.9995, 4.0005);
  }

  /** The short leg has lost its margin: the venue takes it first, then the other one is closed. */
  @Test
  void aLiquidatedLegTakesTheOtherWithItAndNoMoneyIsLost() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199/199/199/199", "199/199/199/199", "199/199/199/199")
            .second(DECISION_B, "99/250/99/240", "240/240/240/240", "240/240/240/240")
            .at(0, pass -> pass.enterLegs(0, 1, 1, 2, 0))
            .at(1, pass -> pass.exitLegs(0, 1, 5));
    List<Trade> trades = trades(pair);
    assertThat(trades).hasSize(1);
    assertThat(trades.getFirst().second()).map(LegTrade::exitReason).contains(Reasons.LIQUIDATION);
    assertThat(trades.stream().mapToLong(Trade::net).sum()).isEqualTo(pair.gain());
  }

  @Test
  void whatIsStillOpenAtTheEndIsClosedJointlyAtTheLastClose() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199/199/199/199", "199/199/199/198")
            .second(DECISION_B, "99/99/99/99", "99/99/99/98")
            .at(0, pass -> pass.enterLegs(0, 1, 1, 2, 0));
    List<Trade> trades = trades(pair);
    assertThat(trades).hasSize(1);
    assertThat(trades.getFirst().second()).isPresent();
    assertThat(trades.getFirst().net()).isEqualTo(pair.gain());
  }

  @Test
  void aLegSmallerThanALotIsRefused() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199/199/199/199")
            .second("9000000/9000000/9000000/9000000", "9000000/9000000/9000000/9000000")
            .at(0, pass -> pass.enterLegs(0, 1, 1, 2, 0));
    assertThat(pair.fills()).isEmpty();
    assertThat(pair.decisions())
        .singleElement()
        .matches(each -> each.refusal().orElse("").equals("position_size_too_small"));
  }

  @Test
  void howBothSizesCameAboutIsRecorded() {
    PairScenario pair =
        new PairScenario()
            .first(DECISION, "199/199/199/199")
            .second(DECISION_B, "99/99/99/99")
            .at(0, pass -> pass.enterLegs(0, 1, -1, 2, 0));
    assertThat(pair.decisions().getFirst().sizing())
        .extracting(step -> step.name() + ": " + step.value())
        .containsExactly(
            "equity: 9000.00000000",
            "free margin: 9000.00000000",
            "budget, share 1/1: 9000.00000000",
            "notional at leverage 1 less costs: 2997.80000000",
            "hedge ratio: 2",
            "value of the first leg: 2997.80000000",
            "value of the second leg: 5995.60000000",
            "order of the first leg: 14.989",
            "order of the second leg: 59.956");
  }

  private static List<Trade> trades(PairScenario pair) {
    return Trade.assemble(pair.run().log(), true);
  }
}
