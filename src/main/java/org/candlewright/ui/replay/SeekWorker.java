package org.candlewright.ui.replay;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.candlewright.replay.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Seeks in the background. Only the latest wish counts: one that has not begun when the next comes
 * is dropped, never queued.
 */
final class SeekWorker {
  private final Executor background;
  private final Consumer<Found> sink;
  private final AtomicReference<@Nullable Wish> wanted = new AtomicReference<>();

  private record Wish(LoadedRun run, int row) {}

  /** State at a row of a run. */
  record Found(LoadedRun run, Moment moment) {}

  SeekWorker(Executor background, Consumer<Found> sink) {
    this.background = background;
    this.sink = sink;
  }

  void ask(LoadedRun run, int row) {
    if (wanted.getAndSet(new Wish(run, row)) == null) {
      background.execute(this::work);
    }
  }

  private void work() {
    Wish wish = wanted.get();
    while (wish != null) {
      sink.accept(new Found(wish.run(), wish.run().run().seek(wish.row())));
      if (wanted.compareAndSet(wish, null)) {
        return;
      }
      wish = wanted.get();
    }
  }
}
