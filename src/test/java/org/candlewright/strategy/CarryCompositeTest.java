package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.junit.jupiter.api.Test;

class CarryCompositeTest {
  private static final long HOUR = 3_600_000L;
  private static final InstrumentId PERPETUAL = InstrumentId.parse("binance:CUSDT.P");
  private static final int BARS = 400;

  private static FundingHistory everyEightHours(String... rates) {
    long[] times = new long[rates.length];
    BigDecimal[] values = new BigDecimal[rates.length];
    for (int i = 0; i < rates.length; i++) {
      times[i] = (i + 1) * 8 * HOUR;
      values[i] = new BigDecimal(rates[i]);
    }
    return new FundingHistory(rates.length, times, times.clone(), values);
  }

  private static BarSeries flat(InstrumentId id, long ticks) {
    long[] closes = new long[BARS];
    Arrays.fill(closes, ticks);
    return SampleBars.closes(id, closes);
  }

  private static ScriptedPass pass(long perpetual, FundingHistory funding) {
    return pass(flat(PERPETUAL, perpetual), funding, Map.of());
  }

  private static ScriptedPass pass(
      BarSeries perpetual, FundingHistory funding, Map<String, BigDecimal> values) {
    List<InstrumentData> instruments =
        List.of(RuleFiles.data(perpetual, funding), RuleFiles.data(flat(PERPETUAL.spot(), 10_000)));
    StrategyDefinition carry = RuleFiles.template("funding-carry-composite").withParameters(values);
    return new ScriptedPass(carry.program(instruments), instruments);
  }

  private static double score(ScriptedPass pass, FundingHistory funding, long perpetual, int hour) {
    StrategyProgram program =
        RuleFiles.template("funding-carry-composite")
            .program(
                List.of(
                    RuleFiles.data(flat(PERPETUAL, perpetual), funding),
                    RuleFiles.data(flat(PERPETUAL.spot(), 10_000))));
    return program.explain(0, hour - 1, 0).inputs().stream()
        .filter(input -> input.name().equals("score"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static List<String> at(ScriptedPass pass, int hour) {
    Arrays.fill(pass.bar, hour - 1);
    return pass.decideAtTime(hour * HOUR);
  }

  private static void hold(ScriptedPass pass) {
    pass.side[0] = -1;
    pass.side[1] = 1;
  }

  /** 0.35 × 0.0012/0.003 + 0.25 × 0.5 (two rates: no trend yet) + 0.25 × 2/30 + 0.15 × 0.5. */
  @Test
  void weighsLevelTrendPersistenceAndBasis() {
    FundingHistory funding = everyEightHours("0.0012", "0.0012");
    ScriptedPass pass = pass(10_050, funding);
    double expected = 0.35 * 0.4 + 0.25 * 0.5 + 0.25 * 2 / 30 + 0.15 * 0.5;
    assertThat(score(pass, funding, 10_050, 16)).isCloseTo(expected, within(1e-6));
    assertThat(at(pass, 16)).isEmpty();
  }

  /** A full rate and a full basis: 0.35 + 0.125 + 0.25/30 + 0.15 = 0.6333; named 0.63. */
  @Test
  void namesTheScoreItEntersOn() {
    ScriptedPass pass = pass(10_100, everyEightHours("0.003"));
    assertThat(at(pass, 8)).containsExactly("enter 0+1 composite_signal_0.63");
  }

  @Test
  void neverEntersWhereLongsAreBeingPaid() {
    ScriptedPass pass = pass(9_900, everyEightHours("-0.003"));
    assertThat(at(pass, 8)).isEmpty();
  }

  /** Level 0.0001/0.003, no streak, no basis: 0.0117 + 0.125 is below 0.3. */
  @Test
  void leavesBelowItsOwnThresholdAndSaysWhichThatIs() {
    ScriptedPass pass = pass(10_000, everyEightHours("0.0001"));
    hold(pass);
    assertThat(at(pass, 8)).containsExactly("exit 0+1 composite_below_0.30");
    ScriptedPass patient =
        pass(
            flat(PERPETUAL, 10_000),
            everyEightHours("0.0001"),
            Map.of("exit_score", new BigDecimal("0.1")));
    hold(patient);
    assertThat(at(patient, 8)).isEmpty();
  }

  @Test
  void risingRatesScoreAboveSteadyAndSteadyAboveFalling() {
    String[] rising = new String[18];
    String[] steady = new String[18];
    String[] falling = new String[18];
    for (int i = 0; i < 18; i++) {
      rising[i] = new BigDecimal("0.00001").multiply(BigDecimal.valueOf(i * 3L)).toPlainString();
      steady[i] = "0.0002";
      falling[17 - i] = rising[i];
    }
    assertThat(trend(rising)).isEqualTo(1);
    assertThat(trend(steady)).isEqualTo(0.5);
    assertThat(trend(falling)).isZero();
  }

  private static double trend(String... rates) {
    StrategyProgram program =
        RuleFiles.template("funding-carry-composite")
            .program(
                List.of(
                    RuleFiles.data(flat(PERPETUAL, 10_000), everyEightHours(rates)),
                    RuleFiles.data(flat(PERPETUAL.spot(), 10_000))));
    return program.explain(0, 18 * 8 - 1, 0).inputs().stream()
        .filter(input -> input.name().equals("trend"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aWeekOfThinVolumeClosesTheGate() {
    String[] rich = new String[45];
    Arrays.fill(rich, "0.003");
    BarSeries usual = flat(PERPETUAL, 10_100);
    ScriptedPass open = pass(usual, everyEightHours(rich), Map.of());
    assertThat(at(open, 344)).hasSize(1);
    BarSeries thin = flat(PERPETUAL, 10_100);
    for (int bar = 344 - 168; bar < 344; bar++) {
      thin.volumes()[bar] /= 2;
    }
    ScriptedPass closed = pass(thin, everyEightHours(rich), Map.of());
    assertThat(at(closed, 344)).isEmpty();
    // With fewer than two weeks of bars there is nothing to compare, and the gate stays open.
    assertThat(at(closed, 328)).hasSize(1);
  }

  @Test
  void weightsMustAddUpToOne() {
    assertThatThrownBy(
            () ->
                RuleFiles.template("funding-carry-composite")
                    .withParameters(Map.of("weight_rate", new BigDecimal("0.4"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("weights add up to 1.05");
  }

  @Test
  void anEntryScoreNotAboveTheExitIsRefused() {
    assertThatThrownBy(
            () ->
                RuleFiles.template("funding-carry-composite")
                    .withParameters(Map.of("enter_score", new BigDecimal("0.3"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("exit_score");
  }

  @Test
  void aFileOfItReadsBackAsItWasWritten() {
    StrategyDefinition carry = RuleFiles.template("funding-carry-aggressive");
    String json = RuleFiles.STRATEGIES.toJson(carry);
    assertThat(RuleFiles.STRATEGIES.toJson(RuleFiles.parse(json))).isEqualTo(json);
    assertThat(json).contains("\"signal\" : \"composite\"");
  }

  @Test
  void anEntryCarriesItsScoreAsConviction() {
    FundingHistory funding = everyEightHours("0.003", "0.003");
    ScriptedPass pass = pass(10_050, funding);
    assertThat(at(pass, 17)).hasSize(1);
    assertThat(pass.pairConviction).isEqualTo(score(pass, funding, 10_050, 17));
  }
}
