package org.candlewright.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.engine.Engine;
import org.candlewright.engine.RunObserver;
import org.candlewright.market.BarSeries;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.StrategyProgram;

/**
 * When each rule of a run began or ceased to hold, read as by somebody who holds nothing. Found by
 * running the plan once more and asking the strategy at every bar.
 */
public final class RuleTurns {
  private final Map<String, long[]> times;

  private RuleTurns(Map<String, long[]> times) {
    this.times = times;
  }

  /**
   * Finds them.
   *
   * @param plan with a program of its own
   * @throws CancelledRunException if it was cancelled
   */
  public static RuleTurns of(RunPlan plan, BooleanSupplier cancelled, ReplayRun.Progress progress) {
    Watcher watcher = new Watcher(plan);
    Engine engine = new Engine(plan.setup(), watcher);
    long from = plan.setup().period().fromMillis();
    double length = Math.max(1, plan.setup().period().toMillis() - from);
    while (!engine.finished()) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      engine.runBlock();
      progress.done((engine.timeMillis() - from) / length);
    }
    Map<String, long[]> times = new LinkedHashMap<>();
    watcher.found.forEach(
        (rule, turned) -> times.put(rule, turned.build().sorted().distinct().toArray()));
    return new RuleTurns(times);
  }

  /** Names of the rules, in the order in which they are tried. */
  public Set<String> rules() {
    return times.keySet();
  }

  /** Ends of the bars at which a rule turned, of any instrument, ascending. */
  public long[] of(String rule) {
    return times.getOrDefault(rule, new long[0]).clone();
  }

  private static final class Watcher implements RunObserver {
    private final RunPlan plan;
    private final List<Map<String, Boolean>> before;
    final Map<String, LongStream.Builder> found = new LinkedHashMap<>();

    Watcher(RunPlan plan) {
      this.plan = plan;
      this.before =
          plan.setup().instruments().stream()
              .<Map<String, Boolean>>map(each -> new HashMap<>())
              .toList();
    }

    @Override
    public void block(StrategyProgram program, int instrument, int from, int to) {
      BarSeries bars = plan.setup().instruments().get(instrument).bars();
      for (int bar = from; bar < to; bar++) {
        for (Explanation.Condition rule : program.explain(instrument, bar, 0).rules()) {
          look(instrument, bars.endTime(bar), WhyNot.name(rule), rule.holds());
        }
      }
    }

    private void look(int instrument, long time, String rule, boolean holds) {
      LongStream.Builder turned = found.computeIfAbsent(rule, name -> LongStream.builder());
      Boolean then = before.get(instrument).put(rule, holds);
      if (then != null && then != holds) {
        turned.add(time);
      }
    }
  }
}
