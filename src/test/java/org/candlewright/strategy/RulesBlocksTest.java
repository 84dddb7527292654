package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

class RulesBlocksTest {
  private static final StrategyDefinition MIXED =
      RuleFiles.parse(
          RuleFiles.file(
              """
      "indicators": {"fast": {"indicator": "ema", "period": 3},
        "slow": {"indicator": "ema", "period": 8},
        "rsi": {"indicator": "rsi", "period": 5}, "atr": {"indicator": "atr", "period": 4}},
      "rules": [
        {"name": "up", "side": "long", "when": {"all": [{"crosses_above": ["fast", "slow"]},
          {"not": {"greater": ["rsi", 70]}}, {"less": ["low", "close"]}]}},
        {"name": "down", "side": "short", "when": {"any": [{"crosses_below": ["fast", "slow"]},
          {"crosses_above": ["rsi", 80]}]}}],
      "exits": [{"name": "wild", "side": "long", "when": {"greater": ["atr", 2]}},
        {"name": "calm", "side": "short", "when": {"not": {"greater": ["atr", 1.5]}}}],
      "on_opposite": "reverse\""""));

  /** Everything that carries something over from block to block. */
  private static final StrategyDefinition REMEMBERING =
      RuleFiles.parse(
          RuleFiles.file(
              """
      "indicators": {"macd": {"indicator": "macd", "fast": 3, "slow": 6, "signal": 4},
        "hours": {"indicator": "bollinger", "period": 3, "timeframe": "4h"},
        "above": {"indicator": "rsi", "period": 3, "source": "hours", "timeframe": "4h"},
        "flow": {"indicator": "sma", "period": 4, "source": {"times": ["close", "volume"]}},
        "trail": {"indicator": "supertrend", "multiplier": 1, "period": 3}},
      "latches": {
        "armed": {"set": {"less": ["above", 40]}, "reset": {"crosses_above": ["close", "hours"]}},
        "twice": {"set": {"latched": "armed"}, "reset": {"less": ["macd.histogram", 0]}}},
      "rules": [
        {"name": "up", "side": "long", "when": {"all": [{"latched": "twice"},
          {"within": {"bars": 5, "when": {"crosses_above": ["macd", "macd.signal"]}}},
          {"greater": ["flow", {"value": "flow", "bars_ago": 7}]}]}},
        {"name": "down", "side": "short", "when": {"any": [
          {"throughout": {"bars": 4, "when": {"not": {"greater": ["trail.direction", 0]}}}},
          {"session": {"from": "22:00", "to": "03:00", "zone": "Europe/Berlin"}}]}}],
      "exits": [{"name": "late", "side": "long", "when": {"greater": ["bars_in_trade", 3]}}]"""));

  @Property(tries = 60)
  void whatIsRememberedDoesNotDependOnWhereBlocksEndOrProgramsStop(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    List<String> whole = seen(REMEMBERING, bars, new Random(seed), bars.size(), false);
    assertThat(seen(REMEMBERING, bars, new Random(seed), 40, false)).isEqualTo(whole);
    assertThat(seen(REMEMBERING, bars, new Random(seed), 40, true)).isEqualTo(whole);
    assertThat(seen(REMEMBERING, bars, new Random(seed), 1, true)).isEqualTo(whole);
  }

  @Property(tries = 60)
  void whatIsRememberedDoesNotChangeWhenLaterBarsDo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    int kept = 1 + new Random(seed).nextInt(size - 1);
    assertThat(seen(REMEMBERING, bars.slice(0, kept), new Random(seed), 40, false))
        .isEqualTo(seen(REMEMBERING, bars, new Random(seed), bars.size(), false).subList(0, kept));
  }

  @Property(tries = 80)
  void decisionsDoNotDependOnWhereBlocksEnd(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    assertThat(seen(bars, new Random(seed), false)).isEqualTo(seen(bars));
  }

  @Property(tries = 80)
  void aSavedProgramGoesOnAsIfItHadNeverStopped(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    assertThat(seen(bars, new Random(seed), true)).isEqualTo(seen(bars));
  }

  @Property(tries = 80)
  void decisionsDoNotChangeWhenLaterBarsDo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    int kept = 1 + new Random(seed).nextInt(size - 1);
    assertThat(seen(bars.slice(0, kept))).isEqualTo(seen(bars).subList(0, kept));
  }

  private static List<String> seen(BarSeries bars) {
    return seen(MIXED, bars, new Random(0), bars.size(), false);
  }

  private static List<String> seen(BarSeries bars, Random random, boolean restart) {
    return seen(MIXED, bars, random, 90, restart);
  }

  /** What a program says, in blocks of up to the longest, all at once if that is all bars. */
  private static List<String> seen(
      StrategyDefinition strategy, BarSeries bars, Random random, int longest, boolean restart) {
    List<String> all = new ArrayList<>();
    StrategyProgram program = strategy.program(List.of(RuleFiles.data(bars)));
    for (int from = 0; from < bars.size(); ) {
      int block = longest == bars.size() ? longest : 1 + random.nextInt(longest);
      int to = Math.min(bars.size(), from + block);
      program.update(0, from, to);
      look(program, from, to, all);
      from = to;
      if (restart) {
        StateWriter saved = new StateWriter();
        program.save(saved);
        program = strategy.program(List.of(RuleFiles.data(bars)));
        StateReader reader = new StateReader(saved.toWords());
        program.restore(reader);
        assertThat(reader.exhausted()).isTrue();
      }
    }
    return all;
  }

  /** Everything the program says of each bar: what may be decided, its lines, its rule trees. */
  private static void look(StrategyProgram program, int from, int to, List<String> all) {
    for (int bar = from; bar < to; bar++) {
      StringBuilder text = new StringBuilder();
      for (int side = -1; side <= 1; side++) {
        text.append(program.nextDecision(0, bar, bar + 1, side) == bar).append(' ');
      }
      for (int line = 0; line < program.lines(0).size(); line++) {
        text.append(Double.doubleToLongBits(program.lineValue(0, line, bar))).append(' ');
      }
      all.add(text.append(program.explain(0, bar, 1)).toString());
    }
  }
}
