package org.candlewright.ui.replay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.export.ComparableRun;
import org.candlewright.export.RunArchive;
import org.candlewright.market.InputException;
import org.candlewright.replay.Moment;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;

/** Lays another run beside the one shown, both under one playhead. Off in Blind. */
public final class CompareViewModel {
  private final ReplayViewModel model;
  private final RunStore store;
  private final RunArchive archive;
  private final BackgroundWork work;
  private final LatestWish<Wish, There> seeks;
  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Moment>> there =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private String wanted = "";

  private record Wish(LoadedRun other, long millis) {}

  private record There(LoadedRun other, Optional<Moment> moment) {}

  /**
   * @param background runs seeks in the other run
   */
  public CompareViewModel(
      ReplayViewModel model,
      RunStore store,
      RunArchive archive,
      UiThread ui,
      BackgroundWork work,
      Executor background) {
    this.model = model;
    this.store = store;
    this.archive = archive;
    this.work = work;
    this.seeks =
        new LatestWish<>(
            background,
            wish -> new There(wish.other(), wish.other().run().seekTo(wish.millis())),
            ui.conflated(this::found),
            failure -> ui.execute(() -> model.opener().failed(failure)));
    model.runProperty().addListener((property, before, now) -> clear());
    model.rowProperty().addListener((property, before, now) -> follow());
  }

  /** Opens a stored run beside the one shown. */
  public void with(String runId) {
    Optional<LoadedRun> run = model.runProperty().get();
    if (run.isEmpty() || runId.equals(wanted)) {
      return;
    }
    wanted = runId;
    problem.set("");
    LoadedRun shown = run.get();
    work.start(
        "Opening a run to compare with",
        (cancelled, share) -> compare(shown, runId, cancelled, share::accept),
        made -> {
          if (model.runProperty().get().filter(each -> each == shown).isPresent()
              && wanted.equals(runId)) {
            comparison.set(Optional.of(made));
            follow();
          }
        },
        this::failed);
  }

  private Comparison compare(
      LoadedRun shown, String runId, BooleanSupplier cancelled, DoubleConsumer share) {
    LoadedRun other = model.opener().load(runId, cancelled, share);
    return Comparison.of(shown, other, files(shown, cancelled), files(other, cancelled));
  }

  /** Of what is shown, not of what was stored before its data changed. */
  private ComparableRun files(LoadedRun run, BooleanSupplier cancelled) {
    Optional<Map<String, byte[]>> stored =
        run.changed().isPresent()
            ? Optional.empty()
            : store.find(run.summary().id()).map(RunStore.StoredRun::files);
    return ComparableRun.read(
        stored.orElseGet(() -> archive.files(run.run().plan().fresh(), cancelled, share -> {})));
  }

  private void failed(RuntimeException failure) {
    wanted = "";
    if (failure instanceof InputException wrong) {
      problem.set(wrong.line());
    } else if (!(failure instanceof CancelledRunException)) {
      problem.set("The runs cannot be compared. Details are in the log.");
      model.opener().failed(failure);
    }
  }

  private void follow() {
    Optional<LoadedRun> run = model.runProperty().get();
    if (comparison.get().isPresent() && run.isPresent() && model.rowProperty().get() >= 0) {
      long millis = run.get().run().rows().time(model.rowProperty().get());
      seeks.ask(new Wish(comparison.get().get().other(), millis));
    }
  }

  private void found(There found) {
    if (comparison.get().filter(each -> each.other() == found.other()).isPresent()) {
      there.set(found.moment());
    }
  }

  /** Shows the run alone again. */
  public void clear() {
    wanted = "";
    comparison.set(Optional.empty());
    there.set(Optional.empty());
    problem.set("");
  }

  /** Puts the playhead where the runs first decide differently. */
  public void goToDivergence() {
    comparison
        .get()
        .flatMap(Comparison::divergence)
        .ifPresent(
            each -> {
              model.pause();
              model.goTo(each.millis());
            });
  }

  /** Empty while there is nothing to compare with. */
  ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** State of the other run at the playhead; empty before its first bar. */
  ReadOnlyObjectProperty<Optional<Moment>> thereProperty() {
    return there.getReadOnlyProperty();
  }

  /** Why the other run cannot be shown; empty if it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
