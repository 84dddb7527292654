package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.junit.jupiter.api.Test;

class CarryProgramTest {
  private static final long HOUR = 3_600_000L;

  /** Settlements as pairs of hour and rate. */
  private static FundingHistory funding(String... hoursAndRates) {
    int size = hoursAndRates.length / 2;
    long[] times = new long[size];
    BigDecimal[] rates = new BigDecimal[size];
    for (int i = 0; i < size; i++) {
      times[i] = Long.parseLong(hoursAndRates[2 * i]) * HOUR;
      rates[i] = new BigDecimal(hoursAndRates[2 * i + 1]);
    }
    return new FundingHistory(size, times, times.clone(), rates);
  }

  private static ScriptedPass pass(int maxPositions, FundingHistory... fundings) {
    List<InstrumentData> instruments = new ArrayList<>();
    for (int i = 0; i < fundings.length; i++) {
      InstrumentId perpetual = InstrumentId.parse("binance:C" + i + "USDT.P");
      instruments.add(RuleFiles.data(SampleBars.closes(perpetual, new long[200]), fundings[i]));
      instruments.add(RuleFiles.data(SampleBars.closes(perpetual.spot(), new long[200])));
    }
    StrategyDefinition carry =
        RuleFiles.template("funding-carry")
            .withParameters(Map.of("max_positions", BigDecimal.valueOf(maxPositions)));
    return new ScriptedPass(carry.program(instruments), instruments);
  }

  private static List<String> at(ScriptedPass pass, long hour) {
    return pass.decideAtTime(hour * HOUR);
  }

  private static void hold(ScriptedPass pass, int pair) {
    pass.side[2 * pair] = -1;
    pass.side[2 * pair + 1] = 1;
  }

  private static void work(ScriptedPass pass, int pair, boolean leaving) {
    for (int leg = 2 * pair; leg < 2 * pair + 2; leg++) {
      pass.working[leg] = true;
      pass.leaving[leg] = leaving;
    }
  }

  @Test
  void entersAtTheThresholdAndKnowsTheRateSettledNow() {
    ScriptedPass pass = pass(5, funding("8", "0.0003", "16", "0.00029999"));
    assertThat(at(pass, 7)).isEmpty();
    assertThat(at(pass, 8)).containsExactly("enter 0+1 rate_above_threshold");
    assertThat(at(pass, 16)).isEmpty();
  }

  @Test
  void leavesBelowTheExitNotAtIt() {
    ScriptedPass pass = pass(5, funding("8", "0.0001", "16", "0.0000999999"));
    hold(pass, 0);
    assertThat(at(pass, 8)).isEmpty();
    assertThat(at(pass, 16)).containsExactly("exit 0+1 rate_below_exit");
  }

  @Test
  void ratesAreComparedPerEightHoursWhateverTheIntervalIs() {
    FundingHistory shrinking =
        funding(
            "8",
            "0.0003",
            "16",
            "0.0003",
            "20",
            "0.00015",
            "24",
            "0.00014999",
            "25",
            "0.0000375",
            "26",
            "0.00003749");
    ScriptedPass pass = pass(5, shrinking);
    assertThat(at(pass, 16)).isNotEmpty();
    assertThat(at(pass, 20)).isNotEmpty();
    assertThat(at(pass, 24)).isEmpty();
    assertThat(at(pass, 25)).isNotEmpty();
    assertThat(at(pass, 26)).isEmpty();
  }

  @Test
  void withoutASettlementForTwoIntervalsThereIsNoEntryAndAnExit() {
    ScriptedPass pass = pass(5, funding("8", "0.001"));
    assertThat(at(pass, 23)).isNotEmpty();
    assertThat(at(pass, 24)).isEmpty();
    hold(pass, 0);
    assertThat(at(pass, 23)).isEmpty();
    assertThat(at(pass, 24)).containsExactly("exit 0+1 rate_missing");
  }

  @Test
  void withoutAnySettlementNothingIsEnteredAndWhatIsHeldIsLeft() {
    ScriptedPass pass = pass(5, FundingHistory.none());
    assertThat(at(pass, 8)).isEmpty();
    hold(pass, 0);
    assertThat(at(pass, 8)).containsExactly("exit 0+1 rate_missing");
  }

  @Test
  void richestPairsComeFirstTiesInTheOrderOfTheRunAndTheRestIsRefused() {
    ScriptedPass pass =
        pass(
            2,
            funding("8", "0.0004"),
            funding("8", "0.0006"),
            funding("8", "0.0004"),
            funding("8", "0.0003"));
    assertThat(at(pass, 8))
        .containsExactly(
            "enter 2+3 rate_above_threshold",
            "enter 0+1 rate_above_threshold",
            "refuse 4 max_open_positions 2",
            "refuse 6 max_open_positions 2");
  }

  @Test
  void anEightHourRateOutranksAHigherRateOfAShorterIntervalOnlyByItsNormalisedSize() {
    ScriptedPass pass =
        pass(1, funding("8", "0.0004", "16", "0.0004"), funding("15", "0.0001", "16", "0.0001"));
    assertThat(at(pass, 16)).first().isEqualTo("enter 2+3 rate_above_threshold");
  }

  @Test
  void aPairThatLeavesFreesItsSlotInTheSamePass() {
    ScriptedPass pass = pass(1, funding("8", "0.00001"), funding("8", "0.0005"));
    hold(pass, 0);
    assertThat(at(pass, 8))
        .containsExactly("exit 0+1 rate_below_exit", "enter 2+3 rate_above_threshold");
  }

  @Test
  void aRefusedEntryTakesNoSlot() {
    ScriptedPass pass = pass(1, funding("8", "0.0005"), funding("8", "0.0004"));
    pass.accepts = false;
    assertThat(at(pass, 8))
        .containsExactly("enter 0+1 rate_above_threshold", "enter 2+3 rate_above_threshold");
  }

  @Test
  void aPairWhoseEntryWorksTakesASlotAndIsNotEnteredAgain() {
    ScriptedPass pass = pass(1, funding("8", "0.0005"), funding("8", "0.0004"));
    work(pass, 0, false);
    assertThat(at(pass, 8)).containsExactly("refuse 2 max_open_positions 1");
  }

  @Test
  void aPairWhoseExitStillWorksIsLeftAloneAndItsSlotStaysFree() {
    ScriptedPass pass = pass(1, funding("8", "0.00001"), funding("8", "0.0004"));
    hold(pass, 0);
    work(pass, 0, true);
    assertThat(at(pass, 8)).containsExactly("enter 2+3 rate_above_threshold");
  }

  @Test
  void anExitWaitsForNoBarOfItsLegs() {
    ScriptedPass pass = pass(5, funding("8", "0.00001"));
    hold(pass, 0);
    pass.closed[0] = false;
    pass.closed[1] = false;
    assertThat(at(pass, 8)).containsExactly("exit 0+1 rate_below_exit");
  }

  @Test
  void anExitIsDecidedWhileTheRestOfTheEntryWorks() {
    ScriptedPass pass = pass(5, funding("8", "0.00001"));
    hold(pass, 0);
    work(pass, 0, false);
    assertThat(at(pass, 8)).containsExactly("exit 0+1 rate_below_exit");
  }

  @Test
  void anEntryNeedsABarOfBothLegs() {
    ScriptedPass pass = pass(5, funding("8", "0.0005"));
    pass.closed[1] = false;
    assertThat(at(pass, 8)).isEmpty();
  }

  @Test
  void aPairOfWhichOneLegIsStillHeldIsNotFlat() {
    ScriptedPass pass = pass(5, funding("8", "0.0005"));
    pass.side[1] = 1;
    assertThat(at(pass, 8)).isEmpty();
  }

  @Test
  void legsThatDoNotBelongTogetherAreRefused() {
    List<InstrumentData> wrong =
        List.of(
            RuleFiles.data(SampleBars.closes(InstrumentId.parse("binance:BTCUSDT.P"), 1)),
            RuleFiles.data(SampleBars.closes(InstrumentId.parse("binance:ETHUSDT"), 1)));
    assertThatThrownBy(() -> RuleFiles.template("funding-carry").program(wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ETHUSDT");
  }

  @Test
  void explainsRateIntervalThresholdsAndAge() {
    List<InstrumentData> pair =
        List.of(
            RuleFiles.data(
                SampleBars.closes(InstrumentId.parse("binance:BTCUSDT.P"), new long[30]),
                funding("8", "0.0002", "12", "0.0002")),
            RuleFiles.data(SampleBars.closes(InstrumentId.parse("binance:BTCUSDT"), new long[30])));
    StrategyProgram program = RuleFiles.template("funding-carry").program(pair);
    Explanation seen = program.explain(1, 13, 0);
    assertThat(seen.inputs())
        .extracting(Explanation.Input::value)
        .containsExactly(0.0002, 4.0, 0.0004, 2.0);
    assertThat(seen.rules()).extracting(Explanation.Condition::holds).containsExactly(true, false);
  }
}
