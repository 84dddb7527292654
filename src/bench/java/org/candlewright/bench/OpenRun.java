package org.candlewright.bench;

import java.util.Map;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.replay.ReplayRun;

/** Opening a run of five million bars: run once more with columns, checkpoints and pyramids. */
final class OpenRun implements Benchmark {
  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "open_run_5m";
  }

  @Override
  public Figure measure() {
    EmaRun run = ReplayRuns.run(ReplayRuns.MANY);
    int[] trades = new int[1];
    double[] medians =
        new Alternation()
            .with(
                () -> {
                  ReplayRun opened = ReplayRuns.open(run);
                  trades[0] = opened.trades().size();
                })
            .medians(1, ROUNDS);
    return Figures.of(
        name(),
        medians[0] / 1e6,
        "ms",
        Map.of(),
        trades[0] + " trades; planning with its fingerprint included, reading from the store not");
  }
}
