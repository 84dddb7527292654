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
    List<String> all = new ArrayList<>();
    StrategyProgram program = RuleFiles.program(MIXED, bars);
    look(program, 0, bars.size(), all);
    return all;
  }

  private static List<String> seen(BarSeries bars, Random random, boolean restart) {
    List<String> all = new ArrayList<>();
    StrategyProgram program = MIXED.program(List.of(RuleFiles.data(bars)));
    for (int from = 0; from < bars.size(); ) {
      int to = Math.min(bars.size(), from + 1 + random.nextInt(90));
      program.update(0, from, to);
      look(program, from, to, all);
      from = to;
      if (restart) {
        StateWriter saved = new StateWriter();
        program.save(saved);
        program = MIXED.program(List.of(RuleFiles.data(bars)));
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
