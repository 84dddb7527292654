package org.candlewright.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The one place where threads meet: everything that a background thread has to tell the window goes
 * through here. Streams are conflated, so that however fast values come, the window sees at most
 * one a frame and always the latest.
 */
public final class UiThread implements Executor {
  private final Executor now;
  private final Executor nextFrame;

  /**
   * @param now runs a task on the thread that owns the properties, soon
   * @param nextFrame runs it there with the next frame
   */
  public UiThread(Executor now, Executor nextFrame) {
    this.now = now;
    this.nextFrame = nextFrame;
  }

  /** The thread of the toolkit. */
  public static UiThread ofToolkit() {
    return new UiThread(Platform::runLater, new Frames());
  }

  /** Everything at once on the calling thread: for tests of view models without a toolkit. */
  public static UiThread immediate() {
    return new UiThread(Runnable::run, Runnable::run);
  }

  @Override
  public void execute(Runnable task) {
    now.execute(task);
  }

  /**
   * Makes a sink that any thread may call at any rate.
   *
   * @param sink gets the latest value, at most once a frame, on the window's thread
   */
  public <T> Consumer<T> conflated(Consumer<T> sink) {
    AtomicReference<Box<T>> latest = new AtomicReference<>(Box.empty());
    return value -> {
      Box<T> before = latest.getAndSet(new Box<>(value, true));
      if (!before.full()) {
        nextFrame.execute(
            () -> {
              Box<T> taken = latest.getAndSet(Box.empty());
              if (taken.full()) {
                sink.accept(taken.value());
              }
            });
      }
    };
  }

  /** A value or nothing; a null of the stream's own would be a value. */
  private record Box<T>(T value, boolean full) {
    @SuppressWarnings({"NullAway", "unchecked"}) // the value of an empty box is never read
    static <T> Box<T> empty() {
      return new Box<>((T) null, false);
    }
  }

  /** Tasks for the toolkit's next frame; no timer runs while there are none. */
  private static final class Frames implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long nanos) {
            runWaiting();
          }
        };

    @Override
    public void execute(Runnable task) {
      Platform.runLater(
          () -> {
            waiting.add(task);
            timer.start();
          });
    }

    private void runWaiting() {
      timer.stop();
      for (int count = waiting.size(); count > 0; count--) {
        waiting.remove().run();
      }
    }
  }
}
