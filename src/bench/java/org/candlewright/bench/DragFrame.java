package org.candlewright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.candlewright.cli.Benchmarking.Figure;

/**
 * A frame while the playhead is dragged, as a person drags it: a window of 1440×900, a move with
 * every pulse of the toolkit, seeks in the background worker with superseded ones dropped, results
 * through the window's thread, drawn by the software renderer. Runs of five million, one million
 * and ten thousand bars in turns, over the whole timeline and bar by bar within the visible range.
 *
 * <p>A frame's cost is what a pulse takes on the window's thread: the move, what came from the
 * worker, layout, drawing, and waiting for the renderer where it is behind. Beside it a watch asks
 * the window's thread over and over to answer; its longest silence is no shorter than its longest
 * task, opening the run included.
 */
final class DragFrame implements Benchmark {
  private static final int ROUNDS = 7;

  @Override
  public String name() {
    return "drag_frame_5m_p95";
  }

  @Override
  public Figure measure() throws Exception {
    List<DraggedRun> runs = new ArrayList<>();
    for (int bars : new int[] {ReplayRuns.MANY, ReplayRuns.MILLION, ReplayRuns.FEW}) {
      runs.add(new DraggedRun(ReplayRuns.run(bars)));
    }
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.join();
    ReplayWindow window = onWindowThread(ReplayWindow::new);
    WindowWatch watch = new WindowWatch();
    for (int round = 0; round <= ROUNDS; round++) {
      if (round == 1) {
        watch.start();
      }
      for (DraggedRun run : runs) {
        run.drag(window, round);
      }
    }
    watch.stop();
    Platform.exit();
    double ours = runs.getFirst().timeline().lasted();
    return Figures.of(
        name(),
        ours,
        "ms",
        Map.of("to_10k_bars", ours / runs.getLast().timeline().lasted()),
        note(runs, watch));
  }

  private static String note(List<DraggedRun> runs, WindowWatch watch) {
    DraggedRun.Cost few = runs.getLast().timeline();
    DraggedRun.Cost million = runs.get(1).timeline();
    DraggedRun.Cost many = runs.getFirst().timeline();
    DraggedRun.Cost within = runs.getFirst().within();
    return String.format(
        Locale.ROOT,
        "1,000,000 bars %.1f ms, %.2f of 10,000 bars. Of a frame the window's thread works %.1f, %.1f"
            + " and %.1f ms over 5,000,000, 1,000,000 and 10,000 bars. Within the visible range %.1f"
            + " ms, %.1f worked. It was never silent for longer than %.0f ms, of which it worked"
            + " %.0f ms",
        million.lasted(),
        million.lasted() / few.lasted(),
        many.worked(),
        million.worked(),
        few.worked(),
        within.lasted(),
        within.worked(),
        watch.longestSilence() / 1e6,
        watch.longestWork() / 1e6);
  }

  static <T> T onWindowThread(Callable<T> task) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.get();
  }
}
