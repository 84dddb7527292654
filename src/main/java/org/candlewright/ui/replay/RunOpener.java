package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;
import org.candlewright.replay.ReplayService;
import org.candlewright.ui.work.BackgroundWork;
import org.candlewright.ui.work.WorkItem;

/** Lists stored runs and opens one of them in the background; a later wish ends an earlier one. */
public final class RunOpener {
  private final ReplayService service;
  private final RunStore store;
  private final BackgroundWork work;
  private final Consumer<Throwable> failures;
  private final ObservableList<RunStore.Summary> runs = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private int opening;
  private Optional<WorkItem> item = Optional.empty();

  RunOpener(
      ReplayService service, RunStore store, BackgroundWork work, Consumer<Throwable> failures) {
    this.service = service;
    this.store = store;
    this.work = work;
    this.failures = failures;
  }

  /**
   * Reads the list of stored runs.
   *
   * @param listed told when it is there
   */
  void refresh(Runnable listed) {
    work.startQuiet(
        store::summaries,
        (List<RunStore.Summary> summaries) -> {
          runs.setAll(summaries);
          listed.run();
        },
        this::failed);
  }

  /**
   * Opens a run.
   *
   * @param opened gets it, unless another was asked for in the meantime
   */
  void open(String runId, Consumer<LoadedRun> opened) {
    int number = ++opening;
    busy.set(true);
    progress.unbind();
    progress.set(0);
    problem.set("");
    item.ifPresent(WorkItem::cancel);
    WorkItem started =
        work.start(
            "Opening a run for Replay",
            (cancelled, share) -> load(runId, cancelled, share),
            loaded -> {
              if (number == opening) {
                ended();
                opened.accept(loaded);
              }
            },
            failure -> failed(failure, number));
    item = Optional.of(started);
    if (busy.get()) {
      progress.bind(started.shareProperty());
    }
  }

  /** Opens a run on the calling thread. */
  LoadedRun load(String runId, BooleanSupplier cancelled, DoubleConsumer share) {
    RunStore.StoredRun stored =
        store
            .find(runId)
            .orElseThrow(
                () ->
                    new InputException(
                        "Run " + runId + " is no longer stored", "Choose another run"));
    ReplayService.Opened opened = service.open(stored, cancelled, share::accept);
    return new LoadedRun(stored.summary(), opened.run(), opened.changed());
  }

  private void ended() {
    progress.unbind();
    busy.set(false);
  }

  private void failed(RuntimeException failure, int number) {
    if (number == opening) {
      ended();
      failed(failure);
    }
  }

  /** Says what went wrong in words; what nobody expected goes to the log. */
  void failed(RuntimeException failure) {
    switch (failure) {
      case CancelledRunException cancelled -> {}
      case InputException wrong -> problem.set(wrong.line());
      default -> {
        problem.set("The run cannot be opened. Details are in the log.");
        failures.accept(failure);
      }
    }
  }

  /** Says something about the run shown, or nothing. */
  void tell(String words) {
    problem.set(words);
  }

  public ObservableList<RunStore.Summary> runs() {
    return runs;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Share of the opening that is done, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is wrong with the run, for people; empty if nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
