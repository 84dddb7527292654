package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.junit.jupiter.api.Test;

/**
 * Pairs by hand. B closes 10, 20, 20, 10 over and over, and A at 1,000 B² times 1.25, 1.25, 1/1.25,
 * 1/1.25: the deviations have nothing to do with B, so over whole rounds β = 2 and c = ln 1,000
 * exactly, and the spread is e × ln 1.25 with e = +1, +1, −1, −1. The window is 48 bars; from bar
 * 48 on B stays at 10 and a test says e.
 */
class PairsProgramTest {
  private static final int START = 48;
  private static final int[] ROUND = {1, 1, -1, -1};
  private static final InstrumentId A = InstrumentId.parse("binance:AUSDT.P");
  private static final InstrumentId B = InstrumentId.parse("binance:BUSDT.P");

  private static long a(long b, double e) {
    return Math.round(b * b * 100 * StrictMath.pow(1.25, e));
  }

  private static List<InstrumentData> legs(InstrumentId first, InstrumentId second, double... e) {
    long[] one = new long[START + e.length];
    long[] other = new long[one.length];
    for (int i = 0; i < one.length; i++) {
      other[i] = i < START && (i % 4 == 1 || i % 4 == 2) ? 200 : 100;
      one[i] = a(other[i], i < START ? ROUND[i % 4] : e[i - START]);
    }
    return List.of(
        RuleFiles.data(SampleBars.closes(first, one)),
        RuleFiles.data(SampleBars.closes(second, other)));
  }

  private static StrategyDefinition strategy(String... namesAndValues) {
    Map<String, BigDecimal> values = new HashMap<>();
    values.put("window_days", BigDecimal.TWO);
    values.put("z_bars", BigDecimal.valueOf(12));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], new BigDecimal(namesAndValues[i + 1]));
    }
    return RuleFiles.template("pairs").withParameters(values);
  }

  private static StrategyProgram program(
      StrategyDefinition strategy, List<InstrumentData> instruments) {
    StrategyProgram program = strategy.program(instruments);
    for (int i = 0; i < instruments.size(); i++) {
      program.update(i, 0, instruments.get(i).bars().size());
    }
    return program;
  }

  private static ScriptedPass pass(StrategyDefinition strategy, double... e) {
    List<InstrumentData> legs = legs(A, B, e);
    return new ScriptedPass(program(strategy, legs), legs);
  }

  private static double input(StrategyProgram program, int bar, String name) {
    return program.explain(1, bar, 0).inputs().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** An accepted entry at bar 48, filled since. */
  private static void hold(ScriptedPass pass, int side) {
    assertThat(pass.decideAt(START)).hasSize(1);
    pass.side[0] = side;
    pass.side[1] = -side;
  }

  @Test
  void hedgeRatioInterceptAndScoreAsWorkedByHand() {
    StrategyProgram program = program(strategy(), legs(A, B, 3));
    assertThat(input(program, START, "hedge ratio")).isCloseTo(2, within(1e-12));
    assertThat(input(program, START, "intercept")).isCloseTo(StrictMath.log(1_000), within(1e-11));
    // Twelve bars: e = +1 five times, −1 six times, and 3. Mean 2 / 12, squares 20 − 4 / 12.
    double deviation = Math.sqrt((20 - 4.0 / 12) / 11);
    assertThat(input(program, START, "z-score"))
        .isCloseTo((3 - 2.0 / 12) / deviation, within(1e-9))
        .isCloseTo(2.118989, within(1e-6));
  }

  @Test
  void theHalfLifeIsThatOfTheWindow() {
    // Δs on s(t − 1): b = −2160 / 2208, −ln 2 / ln(1 + b) = 0.18 bars: below one bar.
    StrategyProgram program = program(strategy(), legs(A, B, 3));
    assertThat(input(program, START, "half-life")).isEqualTo(1);
  }

  @Test
  void theDecisionBarIsNoPartOfTheHedgeRatio() {
    double calm = input(program(strategy(), legs(A, B, 0)), START, "hedge ratio");
    double wild = input(program(strategy(), legs(A, B, 9)), START, "hedge ratio");
    assertThat(wild).isEqualTo(calm);
    StrategyProgram later = program(strategy(), legs(A, B, 9, 0));
    assertThat(input(later, START + 1, "hedge ratio")).isNotCloseTo(2, within(1e-3));
  }

  @Test
  void aHighSpreadIsSoldAndALowOneBought() {
    ScriptedPass high = pass(strategy(), 3);
    assertThat(high.decideAt(START)).containsExactly("enter 0+1 short spread_high");
    assertThat(high.hedgeRatio).isCloseTo(2, within(1e-12));
    assertThat(pass(strategy(), -3).decideAt(START)).containsExactly("enter 0+1 long spread_low");
    // e = 2: 1.9167 / 1.1645 = 1.65 deviations.
    assertThat(pass(strategy(), 2).decideAt(START)).isEmpty();
  }

  @Test
  void nothingIsDecidedBeforeAWholeWindowIsThere() {
    List<InstrumentData> legs = new ArrayList<>();
    for (InstrumentData leg : legs(A, B, 3)) {
      legs.add(RuleFiles.data(leg.bars().slice(1, START + 1)));
    }
    ScriptedPass pass = new ScriptedPass(program(strategy(), legs), legs);
    assertThat(pass.decideAt(START - 1)).isEmpty();
  }

  @Test
  void bothLegsNeedABarThatEndsNow() {
    ScriptedPass pass = pass(strategy(), 3);
    pass.closed[0] = false;
    assertThat(pass.decideAt(START)).isEmpty();
  }

  @Test
  void closesWhenTheSpreadHasComeBack() {
    // e = 3, then 0: mean 1 / 12 of the twelve, so z is just below zero.
    ScriptedPass pass = pass(strategy(), 3, 0);
    hold(pass, -1);
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 spread_reverted");
  }

  @Test
  void holdsOnWhileItHasNot() {
    // e = 3, 3: mean 4 / 12, deviation √((28 − 16 / 12) / 11), z = 1.71.
    ScriptedPass pass = pass(strategy(), 3, 3);
    hold(pass, -1);
    assertThat(pass.decideAt(START + 1)).isEmpty();
  }

  @Test
  void aSpreadThatShootsThroughTheMeanHasComeBackToo() {
    ScriptedPass pass = pass(strategy(), 3, -3);
    hold(pass, -1);
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 spread_reverted");
  }

  /** ORIGINS 004: "long exits when z >= SL"; a long spread stops at z ≤ −stop. */
  @Test
  void flawOfTheStop_aLongSpreadStopsBelowAndNotAbove() {
    // e = −3 is z = −2.05; then −8: mean −13 / 12, squares 83 − 169 / 12, z = −2.76.
    ScriptedPass worse = pass(strategy("stop_z", "2.1"), -3, -8);
    hold(worse, 1);
    assertThat(worse.decideAt(START + 1)).containsExactly("exit 0+1 spread_stop");
    ScriptedPass better = pass(strategy("stop_z", "2.1"), -3, 8);
    hold(better, 1);
    assertThat(better.decideAt(START + 1)).containsExactly("exit 0+1 spread_reverted");
  }

  @Test
  void aShortSpreadStopsAbove() {
    ScriptedPass pass = pass(strategy("stop_z", "2.2"), 3, 8);
    hold(pass, -1);
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 spread_stop");
  }

  @Test
  void closesAfterFiveHalfLivesAsEstimatedAtTheEntry() {
    ScriptedPass pass = pass(strategy(), 3, 3);
    hold(pass, -1);
    pass.barsInTrade[0] = 4;
    assertThat(pass.decideAt(START + 1)).isEmpty();
    pass.barsInTrade[0] = 5;
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 time_stop");
  }

  @Test
  void hedgeRatioAndHalfLifeAreFrozenWhileATradeIsOpen() {
    ScriptedPass pass = pass(strategy(), 3, 2.5, 2.9, 2.5);
    hold(pass, -1);
    StrategyProgram program = pass.program();
    assertThat(program.explain(1, START + 3, -1).inputs().getFirst().value())
        .isCloseTo(2, within(1e-12));
    assertThat(program.lineValue(1, 1, START + 3)).isNotCloseTo(2, within(1e-3));
  }

  @Test
  void isEstimatedAnewOnceItIsFlat() {
    ScriptedPass pass = pass(strategy(), 3, 0, 0);
    hold(pass, -1);
    pass.side[0] = 0;
    pass.side[1] = 0;
    pass.decideAt(START + 2);
    assertThat(pass.program().explain(1, START + 2, 0).inputs().getFirst().value())
        .isNotCloseTo(2, within(1e-3));
  }

  /** One unit: what is left of a pair whose other leg is gone is closed at once. */
  @Test
  void aLegThatIsLostTakesTheOtherOneWithIt() {
    ScriptedPass pass = pass(strategy(), 3, 3);
    hold(pass, -1);
    pass.side[0] = 0;
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 leg_lost");
  }

  @Test
  void aPairOnItsWayOutIsLeftAlone() {
    ScriptedPass pass = pass(strategy(), 3, 0);
    hold(pass, -1);
    pass.working[0] = true;
    pass.leaving[0] = true;
    assertThat(pass.decideAt(START + 1)).isEmpty();
  }

  @Test
  void closesWhenTheLegsHaveDriftedApart() {
    // A rose by 1.25 against the entry while B stood: the hedge is 1 / 1.25 of what it was.
    ScriptedPass pass = pass(strategy("max_drift", "19"), 3, 4);
    hold(pass, -1);
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 hedge_drift");
    ScriptedPass less = pass(strategy("max_drift", "21"), 3, 4);
    hold(less, -1);
    assertThat(less.decideAt(START + 1)).isEmpty();
  }

  @Test
  void aHedgeRatioThatIsNotAboveZeroIsRefused() {
    long[] falls = new long[START + 1];
    long[] rises = new long[START + 1];
    for (int i = 0; i < falls.length; i++) {
      rises[i] = i < START && (i % 4 == 1 || i % 4 == 2) ? 200 : 100;
      falls[i] = Math.round(1e8 / rises[i] * StrictMath.pow(1.25, i < START ? ROUND[i % 4] : 3));
    }
    List<InstrumentData> legs =
        List.of(
            RuleFiles.data(SampleBars.closes(A, falls)),
            RuleFiles.data(SampleBars.closes(B, rises)));
    ScriptedPass pass = new ScriptedPass(program(strategy(), legs), legs);
    assertThat(pass.decideAt(START)).containsExactly("refuse 0 hedge_ratio above 0 to 10");
  }

  @Test
  void aSpreadAlreadyBeyondTheStopIsRefused() {
    assertThat(pass(strategy("stop_z", "2.1"), 3).decideAt(START))
        .containsExactly("refuse 0 beyond_stop 2.1");
  }

  @Test
  void aHalfLifeOutOfRangeIsRefused() {
    assertThat(pass(strategy("min_half_life", "2"), 3).decideAt(START))
        .containsExactly("refuse 0 half_life from 2");
    assertThat(pass(strategy("min_half_life", "0.5", "max_half_life", "60"), 3).decideAt(START))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("enter");
  }

  @Test
  void afterAStopItMayWaitUntilTheSpreadHasBeenNearer() {
    ScriptedPass pass = pass(strategy("stop_z", "2.2", "wait_after_stop", "1"), 3, 8, 3, 0, 9);
    hold(pass, -1);
    assertThat(pass.decideAt(START + 1)).containsExactly("exit 0+1 spread_stop");
    pass.side[0] = 0;
    pass.side[1] = 0;
    assertThat(pass.decideAt(START + 3)).isEmpty();
    assertThat(pass.decideAt(START + 4)).isNotEmpty();
  }

  @Test
  void theWidestSpreadEntersFirstAndTheRestIsRefused() {
    InstrumentId c = InstrumentId.parse("binance:CUSDT.P");
    InstrumentId d = InstrumentId.parse("binance:DUSDT.P");
    List<InstrumentData> all = new ArrayList<>(legs(A, B, -3));
    all.addAll(legs(c, d, 3));
    ScriptedPass pass = new ScriptedPass(program(strategy("max_positions", "1"), all), all);
    assertThat(pass.decideAt(START))
        .containsExactly("enter 2+3 short spread_high", "refuse 0 max_open_positions 1");
  }

  @Test
  void theScoreMayLookBackInHalfLives() {
    // Half-life one bar, and no fewer than ten bars.
    StrategyProgram program = program(strategy("z_half_lives", "3"), legs(A, B, 3));
    double mean = (4 - 5 + 3) / 10.0;
    double deviation = Math.sqrt((9 + 9 - 10 * mean * mean) / 9);
    assertThat(input(program, START, "z-score")).isCloseTo((3 - mean) / deviation, within(1e-9));
  }

  @Test
  void aSpreadThatDoesNotMoveHasNoScore() {
    long[] closes = new long[START + 1];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i % 2 == 0 ? 100 : 200;
    }
    List<InstrumentData> legs =
        List.of(
            RuleFiles.data(SampleBars.closes(A, closes)),
            RuleFiles.data(SampleBars.closes(B, closes)));
    assertThat(input(program(strategy(), legs), START, "z-score")).isNaN();
  }

  @Test
  void whatIsNoPairIsRefusedWithTheInstrument() {
    InstrumentData first = legs(A, B, 3).getFirst();
    InstrumentData spot = RuleFiles.data(SampleBars.closes(B.spot(), new long[60]));
    assertThatThrownBy(() -> strategy().program(List.of(first)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("instruments: 1 named, pairs need an even number");
    assertThatThrownBy(() -> strategy().program(List.of(first, spot)))
        .hasMessageContaining("binance:BUSDT is not a perpetual");
    assertThatThrownBy(() -> strategy().program(List.of(first, first)))
        .hasMessageContaining("binance:AUSDT.P is named twice");
  }

  @Test
  void levelsOutOfOrderAreRefusedWithTheParameter() {
    assertThatThrownBy(() -> strategy("exit_z", "2"))
        .hasMessageContaining("parameters.exit_z: 2 is not below entry_z (2)");
    assertThatThrownBy(() -> strategy("entry_z", "4"))
        .hasMessageContaining("parameters.entry_z: 4 is not below stop_z (4)");
  }

  @Test
  void barsThatOneLegLacksAreLeftOut() {
    List<InstrumentData> legs = legs(A, B, 3);
    BarSeries bars = legs.getFirst().bars();
    // Without its bar 20 the window has 47 bars in common, and the last is joined all the same.
    long[][] columns = new long[6][START];
    for (int i = 0, k = 0; i <= START; i++) {
      if (i != 20) {
        columns[0][k] = bars.openTime(i);
        columns[1][k] = bars.closes()[i];
        columns[5][k++] = 1_000;
      }
    }
    BarSeries holed =
        new BarSeries(
            A,
            bars.timeframe(),
            bars.tick(),
            3,
            false,
            START,
            columns[0],
            columns[1],
            columns[1],
            columns[1],
            columns[1],
            columns[5]);
    StrategyProgram program = program(strategy(), List.of(RuleFiles.data(holed), legs.getLast()));
    assertThat(program.explain(1, 20, 0).inputs()).isEmpty();
    assertThat(program.explain(1, START, 0).inputs().getFirst().value()).isCloseTo(2, within(0.02));
    assertThat(program.explain(0, START - 1, 0)).isEqualTo(program.explain(1, START, 0));
  }
}
