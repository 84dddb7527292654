package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.junit.jupiter.api.Test;

class RulesProgramTest {
  private static final String BOTH_WAYS =
      RuleFiles.file(
          """
      "rules": [
        {"name": "up", "side": "long", "when": {"crosses_above": ["close", 10]}},
        {"name": "down", "side": "short", "when": {"crosses_below": ["close", 10]}}],
      "exits": [{"name": "rich", "side": "long", "when": {"greater": ["close", 20]}}],
      "on_opposite": "%s\"""");

  private static List<Integer> barsWhere(String condition, long... closes) {
    BarSeries bars = SampleBars.closes(closes);
    StrategyProgram program =
        RuleFiles.program(RuleFiles.parse(RuleFiles.longWhen(condition)), bars);
    List<Integer> found = new ArrayList<>();
    for (int bar = program.nextDecision(0, 0, bars.size(), 0);
        bar < bars.size();
        bar = program.nextDecision(0, bar + 1, bars.size(), 0)) {
      found.add(bar);
    }
    return found;
  }

  private static ScriptedPass pass(String onOpposite, InstrumentId id, long... closes) {
    StrategyDefinition strategy = RuleFiles.parse(BOTH_WAYS.formatted(onOpposite));
    BarSeries bars = SampleBars.closes(id, closes);
    return new ScriptedPass(RuleFiles.program(strategy, bars), List.of(RuleFiles.data(bars)));
  }

  @Test
  void aCrossAboveComesFromBelowOrFromTheLineItself() {
    assertThat(barsWhere("{\"crosses_above\": [\"close\", 10]}", 90, 110, 120, 100, 110, 90, 100))
        .containsExactly(1, 4);
  }

  @Test
  void aCrossBelowComesFromAboveOrFromTheLineItself() {
    assertThat(barsWhere("{\"crosses_below\": [\"close\", 10]}", 110, 90, 80, 100, 90, 110, 100))
        .containsExactly(1, 4);
  }

  @Test
  void theFirstBarCrossesNothing() {
    assertThat(barsWhere("{\"crosses_above\": [\"close\", 10]}", 110, 110)).isEmpty();
  }

  @Test
  void comparisonsAndTheirGroupsHoldWhereTheirWordsSay() {
    assertThat(barsWhere("{\"greater_or_equal\": [\"close\", 10]}", 90, 100, 110))
        .containsExactly(1, 2);
    assertThat(barsWhere("{\"less_or_equal\": [\"close\", 10]}", 90, 100, 110))
        .containsExactly(0, 1);
    assertThat(
            barsWhere(
                "{\"any\": [{\"less\": [\"close\", 10]}, {\"greater\": [\"close\", 10]}]}",
                90,
                100,
                110))
        .containsExactly(0, 2);
    assertThat(barsWhere("{\"not\": {\"less\": [\"close\", 10]}}", 90, 100, 110))
        .containsExactly(1, 2);
  }

  @Test
  void aValueStillWarmingUpMakesItsConditionFalseAndItsNegationToo() {
    String file =
        RuleFiles.file(
            """
        "indicators": {"rsi": {"indicator": "rsi", "period": 2}},
        "rules": [{"name": "up", "side": "long", "when": %s}]""");
    BarSeries bars = SampleBars.closes(100, 110, 120, 130);
    for (String condition :
        List.of(
            "{\"less\": [\"rsi\", 1000]}",
            "{\"not\": {\"greater\": [\"rsi\", 1000]}}",
            "{\"not\": {\"all\": [{\"greater\": [\"rsi\", 1000]}, {\"greater\": [\"close\", 1]}]}}",
            "{\"not\": {\"not\": {\"less\": [\"rsi\", 1000]}}}")) {
      StrategyProgram program = RuleFiles.program(RuleFiles.parse(file.formatted(condition)), bars);
      assertThat(program.nextDecision(0, 0, 4, 0)).as(condition).isEqualTo(2);
      assertThat(program.explain(0, 0, 0).rules().getFirst().holds()).as(condition).isFalse();
      assertThat(program.explain(0, 2, 0).rules().getFirst().holds()).as(condition).isTrue();
    }
  }

  @Test
  void anEntrySignalOpensWhenFlatAndWarm() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 90, 110);
    assertThat(pass.decideAt(1)).containsExactly("enter 0 long up");
    pass.warm[0] = false;
    assertThat(pass.decideAt(1)).isEmpty();
  }

  @Test
  void anOppositeSignalClosesAndReversesInOnePass() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 110, 90);
    pass.side[0] = 1;
    assertThat(pass.decideAt(1)).containsExactly("exit 0 down", "enter 0 short down");
  }

  @Test
  void anOppositeSignalOnlyClosesWhereShortIsNotPossibleOrNotWanted() {
    ScriptedPass spot = pass("reverse", SampleBars.BTC.spot(), 110, 90);
    spot.side[0] = 1;
    assertThat(spot.decideAt(1)).containsExactly("exit 0 down");
    ScriptedPass closing = pass("close", SampleBars.BTC, 110, 90);
    closing.side[0] = 1;
    assertThat(closing.decideAt(1)).containsExactly("exit 0 down");
    ScriptedPass ignoring = pass("ignore", SampleBars.BTC, 110, 90);
    ignoring.side[0] = 1;
    assertThat(ignoring.decideAt(1)).isEmpty();
  }

  @Test
  void spotIsNeverSoldShort() {
    assertThat(pass("reverse", SampleBars.BTC.spot(), 110, 90).decideAt(1)).isEmpty();
  }

  @Test
  void aSignalOfTheSideHeldDoesNothing() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 90, 110);
    pass.side[0] = 1;
    assertThat(pass.decideAt(1)).isEmpty();
  }

  @Test
  void anExitRuleClosesItsOwnSideOnly() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 190, 210);
    pass.side[0] = 1;
    assertThat(pass.decideAt(1)).containsExactly("exit 0 rich");
    pass.side[0] = -1;
    assertThat(pass.decideAt(1)).isEmpty();
  }

  @Test
  void aStrategyWithAWorkingEntryIsNotFlat() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 90, 110);
    pass.working[0] = true;
    assertThat(pass.decideAt(1)).isEmpty();
  }

  @Test
  void anOppositeSignalReversesWhileTheRestOfTheEntryWorks() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 110, 90);
    pass.side[0] = 1;
    pass.working[0] = true;
    assertThat(pass.decideAt(1)).containsExactly("exit 0 down", "enter 0 short down");
  }

  @Test
  void nothingIsOpenedWhileAnExitStillWorks() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 110, 90);
    pass.side[0] = 1;
    pass.working[0] = true;
    pass.leaving[0] = true;
    assertThat(pass.decideAt(1)).noneMatch(asked -> asked.startsWith("enter"));
  }

  @Test
  void anInstrumentWithoutANewBarIsLeftAlone() {
    ScriptedPass pass = pass("reverse", SampleBars.BTC, 90, 110);
    pass.closed[0] = false;
    assertThat(pass.decideAt(1)).isEmpty();
  }

  @Test
  void emaCrossoverWarmsUpOverTwentyFivePeriodsAndDrawsItsThreeAverages() {
    StrategyProgram program =
        RuleFiles.program(RuleFiles.template("ema-crossover"), SampleBars.walk(1, 300));
    assertThat(program.warmUpBars()).isEqualTo(1_250);
    assertThat(program.minimumBars()).isEqualTo(60);
    assertThat(program.reasons()).containsExactly("ema_cross_up", "ema_cross_down");
    assertThat(program.lines(0))
        .extracting(IndicatorLine::name)
        .containsExactly("EMA 9", "EMA 21", "EMA 50");
    assertThat(program.lines(0)).allMatch(IndicatorLine::onPrice);
  }

  @Test
  void aCrossThatFailsTheFilterIsNotRemembered() {
    BarSeries bars = SampleBars.walk(5, 2_000);
    StrategyProgram program = RuleFiles.program(RuleFiles.template("ema-crossover"), bars);
    int decisions = 0;
    int filtered = 0;
    for (int bar = 60; bar < bars.size(); bar++) {
      double fast = program.lineValue(0, 0, bar);
      double slow = program.lineValue(0, 1, bar);
      double filter = program.lineValue(0, 2, bar);
      double close = bars.price(bars.closes()[bar]);
      double fastBefore = program.lineValue(0, 0, bar - 1);
      double slowBefore = program.lineValue(0, 1, bar - 1);
      boolean up = fastBefore <= slowBefore && fast > slow;
      boolean down = fastBefore >= slowBefore && fast < slow;
      boolean expected = up && close > filter || down && close < filter;
      assertThat(program.nextDecision(0, bar, bar + 1, 0) == bar)
          .as("bar " + bar)
          .isEqualTo(expected);
      decisions += expected ? 1 : 0;
      filtered += (up || down) && !expected ? 1 : 0;
    }
    assertThat(decisions).isPositive();
    assertThat(filtered).isPositive();
  }
}
