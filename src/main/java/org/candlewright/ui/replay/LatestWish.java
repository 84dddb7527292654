package org.candlewright.ui.replay;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does work in the background of which only the latest wish counts: one that has not begun when the
 * next comes is dropped, never queued.
 *
 * @param <W> what is wished
 * @param <R> what comes of it
 */
final class LatestWish<W, R> {
  private final Executor background;
  private final Function<W, R> work;
  private final Consumer<R> sink;
  private final Consumer<RuntimeException> failures;
  private final AtomicReference<@Nullable Box<W>> wanted = new AtomicReference<>();

  /** A wish, told apart from an equal one. */
  private static final class Box<W> {
    final W wish;

    Box(W wish) {
      this.wish = wish;
    }
  }

  /**
   * @param sink gets results, on the background's thread
   * @param failures gets what went wrong, likewise
   */
  LatestWish(
      Executor background,
      Function<W, R> work,
      Consumer<R> sink,
      Consumer<RuntimeException> failures) {
    this.background = background;
    this.work = work;
    this.sink = sink;
    this.failures = failures;
  }

  void ask(W wish) {
    if (wanted.getAndSet(new Box<>(wish)) == null) {
      background.execute(this::work);
    }
  }

  private void work() {
    Box<W> box = wanted.get();
    while (box != null) {
      try {
        sink.accept(work.apply(box.wish));
      } catch (RuntimeException e) {
        failures.accept(e);
      }
      if (wanted.compareAndSet(box, null)) {
        return;
      }
      box = wanted.get();
    }
  }
}
