package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.junit.jupiter.api.Test;

class WeightedSignalsTest {
  private static final String ORIGINAL =
      """
      {"rsi": {"enabled": true, "weight": 0.4, "period": 14, "buy_threshold": 30,
       "sell_threshold": 70},
       "moving_average": {"enabled": false, "weight": 0.35, "fast_period": 10, "slow_period": 20},
       "macd": {"enabled": true, "weight": 0.25, "fast_period": 12, "slow_period": 26,
       "signal_period": 9}}
      """;

  private static StrategyDefinition alone(String signal) {
    return RuleFiles.parse(
        "{\"schema\": 1, \"kind\": \"weighted-signals\", \"name\": \"mine\", \"enabled_signals\":"
            + " [\""
            + signal
            + "\"], \"signals\": {}, \"parameters\": {\"confirmation_minutes\": 0}}");
  }

  private static double input(StrategyDefinition strategy, BarSeries bars, int bar, String name) {
    return RuleFiles.program(strategy, bars).explain(0, bar, 0).inputs().stream()
        .filter(input -> input.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static BarSeries rising(int size) {
    return SampleBars.closes(LongStream.range(0, size).map(i -> 10_000 + 10 * i).toArray());
  }

  private static BarSeries falling(int size) {
    return SampleBars.closes(LongStream.range(0, size).map(i -> 10_000 - 10 * i).toArray());
  }

  /** Only losses: RSI 0, so 0.5 + 0.5 × 30/30 = 1, strongly long. */
  @Test
  void aSoldOutMarketIsStronglyLongAndAnOverheatedOneStronglyShort() {
    assertThat(input(alone("rsi"), falling(40), 39, "score")).isEqualTo(1);
    assertThat(input(alone("rsi"), rising(40), 39, "score")).isEqualTo(-1);
  }

  /** No movement: RSI 50, the middle of the band, scores 0 with no confidence. */
  @Test
  void theMiddleOfTheBandSaysNothing() {
    long[] still = new long[40];
    Arrays.fill(still, 10_000);
    assertThat(input(alone("rsi"), SampleBars.closes(still), 39, "score")).isZero();
    assertThat(input(alone("rsi"), SampleBars.closes(still), 39, "confidence")).isZero();
  }

  @Test
  void signalsAreSilentWhileDataIsShort() {
    assertThat(input(alone("rsi"), falling(40), 13, "score")).isZero();
    assertThat(input(alone("moving_average"), rising(40), 19, "score")).isZero();
    assertThat(input(alone("macd"), rising(60), 38, "score")).isZero();
  }

  /**
   * Closes 1,000.0 + i: the mean of 10 is 4.5 below the close, of 20 9.5, so they are 5.0 apart on
   * bar 39 at close 1,039: tanh(0.1 × 5 / 1,029.5 × 100).
   */
  @Test
  void separatedAveragesScoreByTheirDistance() {
    double expected = Math.tanh(0.1 * 5.0 / 1_029.5 * 100);
    assertThat(input(alone("moving_average"), rising(40), 39, "score"))
        .isCloseTo(expected, within(1e-12));
    assertThat(input(alone("moving_average"), rising(40), 39, "confidence"))
        .isCloseTo(0.3 * expected, within(1e-12));
  }

  @Test
  void aFreshCrossCountsMost() {
    long[] closes = new long[40];
    Arrays.fill(closes, 10_000);
    closes[30] = 10_100;
    BarSeries bars = SampleBars.closes(closes);
    assertThat(input(alone("moving_average"), bars, 30, "score")).isCloseTo(0.8, within(1e-12));
    assertThat(input(alone("moving_average"), bars, 30, "confidence")).isEqualTo(0.9);
    assertThat(input(alone("moving_average"), bars, 31, "score")).isLessThan(0.2);
  }

  @Test
  void macdDoesNotDependOnThePriceScale() {
    BarSeries walk = SampleBars.walk(3, 120);
    long[] tenfold = Arrays.stream(walk.closes()).limit(120).map(close -> close * 10).toArray();
    long[] plain = Arrays.stream(walk.closes()).limit(120).toArray();
    for (int bar = 40; bar < 120; bar++) {
      assertThat(input(alone("macd"), SampleBars.closes(tenfold), bar, "score"))
          .isCloseTo(input(alone("macd"), SampleBars.closes(plain), bar, "score"), within(1e-9));
    }
  }

  @Test
  void scoresAreWeightedAndConfidencesAveraged() {
    StrategyDefinition all = RuleFiles.template("weighted-signals");
    BarSeries bars = SampleBars.walk(5, 200);
    for (int bar = 50; bar < 200; bar += 7) {
      double expected =
          0.4 * input(alone("rsi"), bars, bar, "score")
              + 0.35 * input(alone("moving_average"), bars, bar, "score")
              + 0.25 * input(alone("macd"), bars, bar, "score");
      assertThat(input(all, bars, bar, "score")).isCloseTo(expected, within(1e-12));
      double trust =
          (input(alone("rsi"), bars, bar, "confidence")
                  + input(alone("moving_average"), bars, bar, "confidence")
                  + input(alone("macd"), bars, bar, "confidence"))
              / 3;
      assertThat(input(all, bars, bar, "confidence")).isCloseTo(trust, within(1e-12));
    }
  }

  @Test
  void theOriginalsDocumentImportsAsItIsAndPositiveIsLong() {
    WeightedSignalsStrategy strategy = (WeightedSignalsStrategy) RuleFiles.parse(ORIGINAL);
    assertThat(strategy.signals()).containsExactly("rsi", "macd");
    assertThat(strategy.value("rsi.weight")).isEqualByComparingTo("0.4");
    ScriptedPass pass = pass(strategy, falling(60));
    // Sold out by RSI outweighs momentum: 0.4 × 1 against 0.25 × −0.7 at most.
    assertThat(pass.decideAt(50)).containsExactly("enter 0 long signals_long");
    assertThat(input(strategy, falling(60), 50, "score")).isPositive();
  }

  @Test
  void anUnknownSignalIsRefusedByName() {
    assertThatThrownBy(() -> alone("astrology"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("enabled_signals[0]: unknown signal 'astrology'");
  }

  @Test
  void anUnknownFieldOfASignalIsRefusedWithItsPath() {
    assertThatThrownBy(() -> RuleFiles.parse(ORIGINAL.replace("\"period\"", "\"periods\"")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rsi.periods: unknown field");
  }

  @Test
  void aFastAverageNotBelowTheSlowIsRefused() {
    assertThatThrownBy(
            () ->
                RuleFiles.template("weighted-signals")
                    .withParameters(Map.of("macd.fast_period", BigDecimal.valueOf(26))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("macd.fast_period");
  }

  @Test
  void aFileReadsBackAsItWasWritten() {
    String json = RuleFiles.STRATEGIES.toJson(RuleFiles.template("weighted-signals"));
    assertThat(RuleFiles.STRATEGIES.toJson(RuleFiles.parse(json))).isEqualTo(json);
  }

  private static ScriptedPass pass(StrategyDefinition strategy, BarSeries bars) {
    List<InstrumentData> instruments = List.of(RuleFiles.data(bars));
    StrategyProgram program = strategy.program(instruments);
    program.update(0, 0, bars.size());
    return new ScriptedPass(program, instruments);
  }

  /** RSI leaves its neutral silence on bar 14 and stays at 0 from then on. */
  @Test
  void theActionMustHoldForTheConfirmationTime() {
    StrategyDefinition patient =
        alone("rsi").withParameters(Map.of("confirmation_minutes", BigDecimal.valueOf(90)));
    ScriptedPass pass = pass(patient, falling(60));
    assertThat(pass.decideAt(14)).isEmpty();
    assertThat(pass.decideAt(15)).isEmpty();
    assertThat(pass.decideAt(16)).containsExactly("enter 0 long signals_long");
  }

  @Test
  void afterATradeTheClockStartsAnew() {
    StrategyDefinition patient =
        alone("rsi").withParameters(Map.of("confirmation_minutes", BigDecimal.valueOf(60)));
    ScriptedPass pass = pass(patient, falling(60));
    assertThat(pass.decideAt(20)).hasSize(1);
    assertThat(pass.decideAt(21)).isEmpty();
    assertThat(pass.decideAt(22)).hasSize(1);
  }

  @Test
  void thePauseAfterATradeIsKept() {
    StrategyDefinition rested =
        alone("rsi").withParameters(Map.of("cooldown_minutes", BigDecimal.valueOf(180)));
    ScriptedPass pass = pass(rested, falling(60));
    assertThat(pass.decideAt(20)).hasSize(1);
    assertThat(pass.decideAt(22)).isEmpty();
    assertThat(pass.decideAt(23)).hasSize(1);
  }

  @Test
  void theOppositeClosesAndOnlyAFlatInstrumentIsEntered() {
    ScriptedPass pass = pass(alone("rsi"), falling(60));
    pass.side[0] = -1;
    assertThat(pass.decideAt(20)).containsExactly("exit 0 signals_long");
    pass.side[0] = 1;
    assertThat(pass.decideAt(30)).isEmpty();
  }

  /** Bar 20 closes at 980.0: 5 % below is 931.0, 10 % above 1,078.0. */
  @Test
  void stopAndTargetStandInPercentOfTheDecisionsClose() {
    ScriptedPass pass = pass(alone("rsi"), falling(60));
    pass.decideAt(20);
    EntryPlan.Exits exits = pass.plan.exits();
    assertThat(exits.stopTicks()).isEqualTo(9_310);
    assertThat(exits.targets().getFirst().ticks()).isEqualTo(10_780);
  }

  @Test
  void blocksAndRestartsDoNotShow() {
    BarSeries bars = SampleBars.walk(11, 300);
    StrategyDefinition strategy =
        RuleFiles.template("weighted-signals")
            .withParameters(Map.of("regime_thresholds", BigDecimal.ONE));
    StrategyProgram whole = RuleFiles.program(strategy, bars);
    List<InstrumentData> instruments = List.of(RuleFiles.data(bars));
    StrategyProgram pieces = strategy.program(instruments);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int to : new int[] {1, 2, 60, 61, 177, 300}) {
      StateWriter state = new StateWriter();
      pieces.save(state);
      pieces = strategy.program(instruments);
      pieces.restore(new StateReader(state.toWords()));
      pieces.update(0, from, to);
      for (int bar = from; bar < to; bar++) {
        found.add(bar + " " + pieces.explain(0, bar, 0) + pieces.nextDecision(0, bar, bar + 1, 0));
        expected.add(bar + " " + whole.explain(0, bar, 0) + whole.nextDecision(0, bar, bar + 1, 0));
      }
      from = to;
    }
    assertThat(found).isEqualTo(expected);
  }
}
