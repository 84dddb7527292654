package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.candlewright.backtest.RunStore;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.ReplayService;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.replay.LoadedRun;
import org.candlewright.ui.replay.ReplayView;
import org.candlewright.ui.replay.ReplayViewModel;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.candlewright.ui.work.BackgroundWork;

/**
 * A frame while the playhead is dragged over the timeline: the seek, every pane drawn anew, and the
 * picture of 1440×800 by the software renderer. On five million bars and on ten thousand in turns.
 */
final class DragFrame implements Benchmark {
  private static final int WIDTH = 1_440;
  private static final int HEIGHT = 800;
  private static final int STEPS = 120;
  private static final int ROUNDS = 6;

  @Override
  public String name() {
    return "drag_frame_5m_p95";
  }

  @Override
  public Figure measure() throws Exception {
    EmaRun many = ReplayRuns.run(ReplayRuns.MANY);
    EmaRun few = ReplayRuns.run(ReplayRuns.FEW);
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.join();
    Dragged manyBars = onWindowThread(() -> new Dragged(many));
    Dragged fewBars = onWindowThread(() -> new Dragged(few));
    for (int round = 0; round <= ROUNDS; round++) {
      int number = round;
      onWindowThread(() -> manyBars.drag(number));
      onWindowThread(() -> fewBars.drag(number));
    }
    Platform.exit();
    double ours = ReplayRuns.percentile(manyBars.frames(), 0.95);
    double theirs = ReplayRuns.percentile(fewBars.frames(), 0.95);
    return Figures.of(
        name(),
        ours / 1e6,
        "ms",
        Map.of("to_10k_bars", ours / theirs),
        "longest task of the window's thread without the picture: "
            + Math.round(manyBars.longestTask / 1e5) / 10.0
            + " ms");
  }

  private static <T> T onWindowThread(Callable<T> task) throws Exception {
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

  /** A view of a run whose playhead is dragged from end to end. */
  private static final class Dragged {
    private final ReplayViewModel model;
    private final Scene scene;
    private final LoadedRun run;
    private final WritableImage picture = new WritableImage(WIDTH, HEIGHT);
    private final long[] times = new long[STEPS * ROUNDS];
    private int measured;
    private long longestTask;

    Dragged(EmaRun source) {
      ReplayRun opened = ReplayRuns.open(source);
      run =
          new LoadedRun(
              new RunStore.Summary(
                  "run", "bench", "backtest", "ema-crossover", "", 0, 1, BigDecimal.ZERO, 0),
              opened,
              Optional.empty());
      UiThread ui = UiThread.immediate();
      model =
          new ReplayViewModel(
              new ReplayService(source.service()),
              new NoRuns(),
              ui,
              new BackgroundWork(ui, Runnable::run, System::nanoTime),
              Runnable::run,
              failure -> {
                throw new IllegalStateException(failure);
              });
      Appearance appearance = new Appearance(Theme.DARK);
      scene = new Scene(new ReplayView(model, appearance.tokensProperty()).node(), WIDTH, HEIGHT);
      appearance.follow(scene);
      model.show(run, run.run().rows().time(0));
      scene.snapshot(picture);
    }

    long[] frames() {
      return Arrays.copyOf(times, measured);
    }

    /** The first round warms up. */
    boolean drag(int round) {
      for (int step = 0; step < STEPS; step++) {
        long before = System.nanoTime();
        model.moveTo((int) ((step + 0.5) * run.rows() / STEPS) + round);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        long drawn = System.nanoTime();
        scene.snapshot(picture);
        if (round > 0) {
          times[measured++] = System.nanoTime() - before;
          longestTask = Math.max(longestTask, drawn - before);
        }
      }
      return true;
    }
  }

  /** Nothing is stored. */
  private static final class NoRuns implements RunStore {
    @Override
    public void save(StoredRun stored) {
      throw new UnsupportedOperationException();
    }

    @Override
    public java.util.List<Summary> summaries() {
      return java.util.List.of();
    }

    @Override
    public Optional<StoredRun> find(String idOrName) {
      return Optional.empty();
    }

    @Override
    public void delete(String id) {
      throw new UnsupportedOperationException();
    }
  }
}
