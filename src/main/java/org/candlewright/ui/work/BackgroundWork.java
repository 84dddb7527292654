package org.candlewright.ui.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.ui.UiThread;

/** Runs jobs away from the window's thread and brings their results back to it. */
public final class BackgroundWork {
  private final UiThread ui;
  private final Executor executor;
  private final LongSupplier nanos;
  private final ObservableList<WorkItem> running = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private int quiet;

  /**
   * @param executor runs the jobs
   * @param nanos a clock, nanoseconds
   */
  public BackgroundWork(UiThread ui, Executor executor, LongSupplier nanos) {
    this.ui = ui;
    this.executor = executor;
    this.nanos = nanos;
  }

  /** What runs and may be looked at and cancelled, oldest first. */
  public ObservableList<WorkItem> running() {
    return running;
  }

  /** Whether anything runs, shown or not. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /**
   * Starts a job. Call on the window's thread, where both answers arrive too.
   *
   * @param title what is being done, for people
   */
  public <T> WorkItem start(
      String title, Job<T> job, Consumer<T> done, Consumer<RuntimeException> failed) {
    WorkItem item = new WorkItem(title, nanos.getAsLong());
    running.add(item);
    busy.set(true);
    Consumer<Double> progress =
        ui.conflated(
            share -> {
              if (running.contains(item)) {
                item.advance(share, nanos.getAsLong());
              }
            });
    executor.execute(
        () ->
            finish(
                () -> job.run(item::cancelled, progress::accept),
                done,
                failed,
                () -> running.remove(item)));
    return item;
  }

  /** Starts a short job that the status bar does not list. */
  public <T> void startQuiet(
      java.util.function.Supplier<T> job, Consumer<T> done, Consumer<RuntimeException> failed) {
    quiet++;
    busy.set(true);
    executor.execute(() -> finish(job, done, failed, () -> quiet--));
  }

  private <T> void finish(
      java.util.function.Supplier<T> job,
      Consumer<T> done,
      Consumer<RuntimeException> failed,
      Runnable ended) {
    Runnable answer;
    try {
      T result = job.get();
      answer = () -> done.accept(result);
    } catch (RuntimeException e) {
      answer = () -> failed.accept(e);
    }
    Runnable told = answer;
    ui.execute(
        () -> {
          ended.run();
          try {
            told.run();
          } finally {
            busy.set(!running.isEmpty() || quiet > 0);
          }
        });
  }
}
