package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word of a rule means. Closes are in ticks of 0.1; bars are hours from 1970-01-01. */
class RuleWordsTest {

  private static StrategyProgram program(String fields, String condition, BarSeries bars) {
    return RuleFiles.program(
        RuleFiles.parse(
            RuleFiles.file(
                fields
                    + "\"rules\": [{\"name\": \"up\", \"side\": \"long\", \"when\": "
                    + condition.replace('\'', '"')
                    + "}]")),
        bars);
  }

  private static List<Integer> barsWhere(String fields, String condition, BarSeries bars) {
    StrategyProgram program = program(fields, condition, bars);
    List<Integer> found = new ArrayList<>();
    for (int bar = 0; bar < bars.size(); bar++) {
      if (program.nextDecision(0, bar, bar + 1, 0) == bar) {
        found.add(bar);
        assertThat(program.explain(0, bar, 0).rules().getFirst().holds()).isTrue();
      } else {
        assertThat(program.explain(0, bar, 0).rules().getFirst().holds()).isFalse();
      }
    }
    return found;
  }

  private static List<Integer> barsWhere(String condition, long... closes) {
    return barsWhere("", condition, SampleBars.closes(closes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'equal': ['close', 11]}; 1",
        "{'not_equal': ['close', 11]}; 0 2 3",
        "{'greater': [{'minus': ['close', 'open']}, 0]};",
        "{'greater': [{'plus': ['close', 'open', 1]}, 22]}; 1 2",
        "{'less': [{'divided_by': ['close', 2]}, 5]}; 3",
        "{'greater': [{'times': ['close', 2]}, 23]}; 2",
        "{'equal': [{'absolute': [{'minus': ['close', 11]}]}, 1]}; 0 2",
        "{'equal': [{'min': ['close', 11]}, 11]}; 1 2",
        "{'equal': [{'max': ['close', 11]}, 11]}; 0 1 3",
        "{'greater': ['hl2', 10.5]}; 1 2",
        "{'greater': ['close', {'value': 'close', 'bars_ago': 1}]}; 1 2",
        "{'less': ['close', {'value': 'close', 'bars_ago': 3}]}; 3",
        "{'less': [{'divided_by': ['close', 0]}, 5]};",
        "{'not': {'less': [{'divided_by': ['close', 0]}, 5]}};"
      })
  void valuesAndArithmeticMeanWhatTheySay(String condition, String bars) {
    assertThat(barsWhere(condition, 100, 110, 120, 90))
        .isEqualTo(
            bars == null
                ? List.of()
                : java.util.Arrays.stream(bars.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void withinHoldsOnTheBarItselfAndTheOnesBehindIt() {
    String condition = "{'within': {'bars': 3, 'when': {'greater': ['close', 10]}}}";
    assertThat(barsWhere(condition, 90, 110, 90, 90, 90, 90)).containsExactly(1, 2, 3);
  }

  @Test
  void throughoutHoldsOnceItHasHeldLongEnough() {
    String condition = "{'throughout': {'bars': 3, 'when': {'greater': ['close', 10]}}}";
    assertThat(barsWhere(condition, 110, 110, 110, 110, 90, 110)).containsExactly(2, 3);
  }

  @Test
  void notWithinNeedsAsManyBarsOfTheContrary() {
    String condition = "{'not': {'within': {'bars': 2, 'when': {'greater': ['close', 10]}}}}";
    assertThat(barsWhere(condition, 90, 90, 110, 90, 90)).containsExactly(1, 4);
  }

  @Test
  void aLatchIsReadBeforeItIsClearedAndStaysUntilThen() {
    String latches =
        "\"latches\": {\"armed\": {\"set\": {\"less\": [\"close\", 10]},"
            + " \"reset\": {\"greater\": [\"close\", 11]}}}, ";
    BarSeries bars = SampleBars.closes(100, 90, 100, 120, 120, 100);
    assertThat(barsWhere(latches, "{'latched': 'armed'}", bars)).containsExactly(1, 2, 3);
    assertThat(barsWhere(latches, "{'not': {'latched': 'armed'}}", bars)).containsExactly(0, 4, 5);
  }

  @Test
  void timesAreThoseAtWhichABarOpened() {
    BarSeries bars = SampleBars.closes(new long[50]);
    assertThat(barsWhere("", "{'equal': ['hour', 2]}", bars)).containsExactly(2, 26);
    // 1970-01-01 was a Thursday, so the second Friday hour is bar 25.
    assertThat(barsWhere("", "{'all': [{'equal': ['weekday', 5]}, {'equal': ['hour', 1]}]}", bars))
        .containsExactly(25);
    // Tokyo is nine hours ahead: 2 o'clock there is 17 o'clock UTC.
    assertThat(barsWhere("", "{'equal': [{'time': 'hour', 'zone': 'Asia/Tokyo'}, 2]}", bars))
        .containsExactly(17, 41);
    assertThat(barsWhere("", "{'equal': ['day', 3]}", bars)).containsExactly(48, 49);
  }

  @Test
  void aSessionEndsBeforeItsEndAndMayRunOverMidnight() {
    BarSeries bars = SampleBars.closes(new long[30]);
    assertThat(barsWhere("", "{'session': {'from': '02:00', 'to': '05:00'}}", bars))
        .containsExactly(2, 3, 4, 26, 27, 28);
    assertThat(
            barsWhere("", "{'session': {'from': '22:00', 'to': '02:00', 'days': ['thu']}}", bars))
        .containsExactly(22, 23, 24, 25);
    assertThat(
            barsWhere(
                "",
                "{'session': {'from': '09:30', 'to': '16:00', 'zone': 'America/New_York'}}",
                bars))
        .containsExactly(15, 16, 17, 18, 19, 20);
  }

  @Test
  void anOutputOfAnIndicatorGoesByItsNameBehindAPoint() {
    BarSeries bars = SampleBars.walk(3, 200);
    String fields = "\"indicators\": {\"bands\": {\"indicator\": \"bollinger\", \"period\": 5}}, ";
    StrategyProgram program = program(fields, "{'greater': ['close', 'bands.upper']}", bars);
    assertThat(program.lines(0))
        .extracting(IndicatorLine::name)
        .containsExactly("Bollinger 5 2 middle", "Bollinger 5 2 upper", "Bollinger 5 2 lower");
    assertThat(program.lines(0)).extracting(IndicatorLine::group).containsOnly("Bollinger 5 2");
    for (int bar = 0; bar < bars.size(); bar++) {
      double close = bars.price(bars.closes()[bar]);
      assertThat(program.nextDecision(0, bar, bar + 1, 0) == bar)
          .isEqualTo(close > program.lineValue(0, 1, bar));
    }
  }

  @Test
  void anIndicatorReadsAnotherOneOrArithmetic() {
    BarSeries bars = SampleBars.closes(100, 200, 300, 400, 500);
    String fields =
        """
        "indicators": {"mean": {"indicator": "sma", "period": 2},
          "smooth": {"indicator": "sma", "period": 2, "source": "mean"},
          "gap": {"indicator": "highest", "period": 2,
            "source": {"minus": ["close", "mean"]}}}, """;
    StrategyProgram program = program(fields, "{'greater': ['smooth', 'gap']}", bars);
    // Means 15, 25, 35, 45; their means 20, 30, 40; distances of the close 5 each.
    assertThat(program.lineValue(0, 1, 1)).isNaN();
    assertThat(program.lineValue(0, 1, 2)).isEqualTo(20.0);
    assertThat(program.lineValue(0, 1, 4)).isEqualTo(40.0);
    assertThat(program.lineValue(0, 2, 4)).isEqualTo(5.0);
    assertThat(program.lines(0))
        .extracting(IndicatorLine::name)
        .containsExactly("SMA 2", "SMA 2 of SMA 2", "Highest 2 of close − SMA 2");
  }

  @Test
  void conditionsOnThePositionAreAskedWithWhatIsHeld() {
    StrategyDefinition strategy =
        RuleFiles.parse(
            RuleFiles.file(
                """
        "rules": [{"name": "up", "side": "long", "when": {"equal": ["position", 0]}}],
        "exits": [{"name": "late", "side": "long",
          "when": {"greater_or_equal": ["bars_in_trade", 3]}}]"""));
    BarSeries bars = SampleBars.closes(100, 100, 100, 100);
    StrategyProgram program = RuleFiles.program(strategy, bars);
    ScriptedPass pass = new ScriptedPass(program, List.of(RuleFiles.data(bars)));
    assertThat(pass.decideAt(0)).containsExactly("enter 0 long up");
    pass.side[0] = 1;
    pass.barsInTrade[0] = 2;
    assertThat(pass.decideAt(2)).isEmpty();
    pass.barsInTrade[0] = 3;
    assertThat(pass.decideAt(3)).containsExactly("exit 0 late");
    Explanation.Condition late = program.explain(0, 3, 1, 3, Double.NaN).rules().get(1);
    assertThat(late.text()).isEqualTo("late: bars in trade ≥ 3");
    assertThat(late.holds()).isTrue();
    assertThat(late.left()).isEqualTo(3);
    assertThat(program.explain(0, 3, 1, 2, Double.NaN).rules().get(1).holds()).isFalse();
  }
}
