package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.LongStream;
import org.candlewright.backtest.RunStore;
import org.candlewright.ui.replay.LoadedRun;

/** A run over which the playhead is dragged, with the cost of each frame. */
final class DraggedRun {
  private static final int STEPS = 120;

  private final LoadedRun run;
  private ReplayWindow.Pulses timeline = new ReplayWindow.Pulses(new long[0], new long[0]);
  private ReplayWindow.Pulses within = timeline;

  /** Cost of frames that 95 of 100 stay below, milliseconds. */
  record Cost(double lasted, double worked) {
    private static Cost of(ReplayWindow.Pulses pulses) {
      return new Cost(
          ReplayRuns.percentile(pulses.lasted().clone(), 0.95) / 1e6,
          ReplayRuns.percentile(pulses.worked().clone(), 0.95) / 1e6);
    }
  }

  DraggedRun(EmaRun source) {
    run =
        new LoadedRun(
            new RunStore.Summary(
                "run", "bench", "backtest", "ema-crossover", "", 0, 1, BigDecimal.ZERO, 0),
            ReplayRuns.open(source),
            Optional.empty());
  }

  /** From end to end of the timeline, then bar by bar back; round 0 warms up. */
  void drag(ReplayWindow window, int round) throws Exception {
    int middle = run.rows() / 2;
    ReplayWindow.Pulses over =
        DragFrame.onWindowThread(
                () -> {
                  window.show(run, 0);
                  return window.drag(
                      STEPS, step -> (int) ((step + 0.5) * run.rows() / STEPS) + round);
                })
            .get();
    ReplayWindow.Pulses inside =
        DragFrame.onWindowThread(
                () -> {
                  window.show(run, middle);
                  return window.drag(STEPS, step -> middle - step - round);
                })
            .get();
    if (round > 0) {
      timeline = joined(timeline, over);
      within = joined(within, inside);
    }
  }

  private static ReplayWindow.Pulses joined(ReplayWindow.Pulses one, ReplayWindow.Pulses other) {
    return new ReplayWindow.Pulses(
        LongStream.concat(LongStream.of(one.lasted()), LongStream.of(other.lasted())).toArray(),
        LongStream.concat(LongStream.of(one.worked()), LongStream.of(other.worked())).toArray());
  }

  /** While dragging over the timeline. */
  Cost timeline() {
    return Cost.of(timeline);
  }

  /** While the playhead moves within the visible range. */
  Cost within() {
    return Cost.of(within);
  }
}
