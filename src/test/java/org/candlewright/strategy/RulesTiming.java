package org.candlewright.strategy;

import java.util.Arrays;
import java.util.List;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;

/** Prints what ema-crossover costs a bar: columns and the scan for decisions, one thread. */
final class RulesTiming {
  private static final int BARS = 1_000_000;
  private static final int BLOCK = 4_096;
  private static final int RUNS = 31;

  private RulesTiming() {}

  public static void main(String[] arguments) {
    BarSeries bars = SampleBars.walk(1, BARS);
    StrategyDefinition strategy = RuleFiles.template("ema-crossover");
    double[] perBar = new double[RUNS];
    long decisions = 0;
    for (int run = 0; run < RUNS; run++) {
      StrategyProgram program = strategy.program(List.of(RuleFiles.data(bars)));
      long start = System.nanoTime();
      decisions = walk(program);
      perBar[run] = (System.nanoTime() - start) / (double) BARS;
    }
    Arrays.sort(perBar, 0, RUNS);
    System.out.printf(
        "ema-crossover: median %.2f ns/bar, best %.2f, worst %.2f; %d decisions in"
            + " %,d bars, blocks of %,d%n",
        perBar[RUNS / 2], perBar[0], perBar[RUNS - 1], decisions, BARS, BLOCK);
  }

  private static long walk(StrategyProgram program) {
    long decisions = 0;
    int side = 0;
    for (int from = 0; from < BARS; from += BLOCK) {
      int to = Math.min(BARS, from + BLOCK);
      program.update(0, from, to);
      for (int bar = program.nextDecision(0, from, to, side);
          bar < to;
          bar = program.nextDecision(0, bar + 1, to, side)) {
        side = side == 0 ? 1 : -side;
        decisions++;
      }
    }
    return decisions;
  }
}
