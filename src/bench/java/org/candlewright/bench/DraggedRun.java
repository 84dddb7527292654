package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.backtest.RunStore;
import org.candlewright.ui.replay.LoadedRun;

/** A run over which the playhead is dragged, with the cost of each frame. */
final class DraggedRun {
  private static final int STEPS = 120;

  private final LoadedRun run;
  private final List<ReplayWindow.Pulses> timeline = new ArrayList<>();
  private final List<ReplayWindow.Pulses> within = new ArrayList<>();

  /**
   * Cost of frames that 95 of 100 stay below, milliseconds: the median of the rounds, so that a
   * round in which the machine was busy with something else does not decide.
   */
  record Cost(double lasted, double worked) {
    private static Cost of(List<ReplayWindow.Pulses> rounds) {
      return new Cost(
          median(rounds, ReplayWindow.Pulses::lasted), median(rounds, ReplayWindow.Pulses::worked));
    }

    private static double median(
        List<ReplayWindow.Pulses> rounds, Function<ReplayWindow.Pulses, long[]> part) {
      double[] each =
          rounds.stream()
              .mapToDouble(round -> ReplayRuns.percentile(part.apply(round).clone(), 0.95) / 1e6)
              .sorted()
              .toArray();
      return each[each.length / 2];
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
      timeline.add(over);
      within.add(inside);
    }
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
