package org.candlewright.bench;

import java.util.Map;
import java.util.SplittableRandom;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.replay.ReplayRun;

/** State at random bars of a run of five million, reasons included: the 99th percentile. */
final class SeekRun implements Benchmark {
  private static final int WARM_UPS = 2_000;
  private static final int SEEKS = 5_000;

  @Override
  public String name() {
    return "seek_5m_p99";
  }

  @Override
  public Figure measure() {
    ReplayRun run = ReplayRuns.open(ReplayRuns.run(ReplayRuns.MANY));
    SplittableRandom random = new SplittableRandom(3);
    long[] times = new long[SEEKS];
    for (int i = -WARM_UPS; i < SEEKS; i++) {
      int row = random.nextInt(run.rows().size());
      long before = System.nanoTime();
      run.seek(row);
      if (i >= 0) {
        times[i] = System.nanoTime() - before;
      }
    }
    return Figures.of(
        name(),
        ReplayRuns.percentile(times, 0.99) / 1e6,
        "ms",
        Map.of(),
        "median " + Math.round(ReplayRuns.percentile(times, 0.5) / 1e3) + " µs of 5,000 seeks");
  }
}
