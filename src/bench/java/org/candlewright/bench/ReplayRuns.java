package org.candlewright.bench;

import org.candlewright.replay.ReplayRun;

/** Runs of {@code ema-crossover} on generated minute bars, opened for replay. */
final class ReplayRuns {
  static final int MANY = 5_000_000;
  static final int MILLION = 1_000_000;
  static final int FEW = 10_000;
  private static final long SHARE_DIVISOR = 500;

  private ReplayRuns() {}

  static EmaRun run(int bars) {
    return new EmaRun(MinuteMarket.of(bars), SHARE_DIVISOR);
  }

  static ReplayRun open(EmaRun run) {
    return ReplayRun.open(run.fresh(run.plan()), () -> false, share -> {});
  }

  /** The value below which the given share of the times lies; sorts them. */
  static double percentile(long[] times, double share) {
    java.util.Arrays.sort(times);
    return times[(int) Math.min(times.length - 1, Math.floor(times.length * share))];
  }
}
