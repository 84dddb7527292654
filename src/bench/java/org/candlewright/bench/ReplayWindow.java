package org.candlewright.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import java.util.function.IntUnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunStore;
import org.candlewright.export.RunArchive;
import org.candlewright.replay.Bookmark;
import org.candlewright.replay.BookmarkStore;
import org.candlewright.replay.ReplayService;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.replay.LoadedRun;
import org.candlewright.ui.replay.ReplayModels;
import org.candlewright.ui.replay.ReplayView;
import org.candlewright.ui.replay.ReplayViewModel;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.candlewright.ui.work.BackgroundWork;

/** A window with Replay, wired as the program wires it. Made and called on the window's thread. */
final class ReplayWindow {
  private static final int WIDTH = 1_440;
  private static final int HEIGHT = 900;

  private final ReplayModels models;
  private final ReplayViewModel model;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  ReplayWindow() {
    UiThread ui = UiThread.ofToolkit();
    ExecutorService background =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    EmaRun source = ReplayRuns.run(ReplayRuns.FEW);
    BacktestService service = source.service();
    models =
        ReplayModels.of(
            new ReplayModels.Services(
                new ReplayService(service),
                new NoRuns(),
                new NoBookmarks(),
                new RunArchive(service, new NoRuns()),
                (name, content) -> {},
                ui,
                new BackgroundWork(ui, background, System::nanoTime),
                background,
                failure -> {
                  throw new IllegalStateException(failure);
                }));
    model = models.playhead();
    Appearance appearance = new Appearance(Theme.DARK);
    Scene scene =
        new Scene(new ReplayView(models, appearance.tokensProperty()).node(), WIDTH, HEIGHT);
    appearance.follow(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  void show(LoadedRun run, int row) {
    model.show(run, run.run().rows().time(row));
  }

  /**
   * Moves the playhead with every pulse.
   *
   * @param rows row by step
   * @return what each pulse took
   */
  CompletableFuture<Pulses> drag(int steps, IntUnaryOperator rows) {
    CompletableFuture<Pulses> done = new CompletableFuture<>();
    new Drag(steps, rows, done).start();
    return done;
  }

  /**
   * Drags a slider of the what-if with every pulse.
   *
   * @param seconds how long
   * @return how often what is shown was another simulation
   */
  CompletableFuture<Integer> dragSlider(double seconds) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    int[] updates = new int[1];
    DoubleConsumer slider =
        models.whatIf().moving(models.whatIf().names().getFirst(), () -> updates[0]++);
    new AnimationTimer() {
      private long began;
      private int step;

      @Override
      public void handle(long pulse) {
        began = began == 0 ? System.nanoTime() : began;
        if (System.nanoTime() - began >= seconds * 1e9) {
          stop();
          done.complete(updates[0]);
          return;
        }
        // Back and forth over periods of 3 to 19 bars: every pulse another.
        int at = step++ % 32;
        slider.accept(3 + (at < 16 ? at : 32 - at));
      }
    }.start();
    return done;
  }

  /**
   * What pulses took, nanoseconds.
   *
   * @param lasted from begin to end
   * @param worked processor time of the window's thread
   */
  record Pulses(long[] lasted, long[] worked) {}

  private final class Drag extends AnimationTimer {
    private final IntUnaryOperator rows;
    private final CompletableFuture<Pulses> done;
    private final Pulses pulses;
    private int step;

    Drag(int steps, IntUnaryOperator rows, CompletableFuture<Pulses> done) {
      this.rows = rows;
      this.done = done;
      this.pulses = new Pulses(new long[steps], new long[steps]);
    }

    @Override
    public void handle(long pulse) {
      if (step == pulses.lasted().length) {
        stop();
        done.complete(pulses);
        return;
      }
      int now = step++;
      long began = System.nanoTime();
      long workedBefore = threads.getCurrentThreadCpuTime();
      model.moveTo(rows.applyAsInt(now));
      // Runs as soon as the pulse is over.
      Platform.runLater(
          () -> {
            pulses.lasted()[now] = System.nanoTime() - began;
            pulses.worked()[now] = threads.getCurrentThreadCpuTime() - workedBefore;
          });
    }
  }

  /** Nothing is stored. */
  private static final class NoRuns implements RunStore {
    @Override
    public void save(StoredRun stored) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Summary> summaries() {
      return List.of();
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

  /** Nothing is bookmarked. */
  private static final class NoBookmarks implements BookmarkStore {
    @Override
    public List<Bookmark> bookmarks(String runId) {
      return List.of();
    }

    @Override
    public void keep(String runId, Bookmark bookmark) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String runId, long timeMillis) {
      throw new UnsupportedOperationException();
    }
  }
}
