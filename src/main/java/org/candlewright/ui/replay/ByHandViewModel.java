package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.export.RunArchive;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.ReplayService;
import org.candlewright.strategy.BranchStrategy;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.work.BackgroundWork;

/**
 * Trading by hand from any bar of a run, under the same engine, costs and limits: a branch of the
 * run, which can be kept as a run of its own.
 */
public final class ByHandViewModel {
  private final ReplayViewModel model;
  private final ReplayService service;
  private final RunArchive archive;
  private final BackgroundWork work;
  private final Consumer<Throwable> failures;
  private final ReadOnlyObjectWrapper<Optional<Branch>> branch =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private ReplayMode modeBefore = ReplayMode.REVIEW;

  /**
   * What is traded by hand.
   *
   * @param original the run it branched off
   * @param shown the branch as it stands
   */
  record Branch(LoadedRun original, LoadedRun shown, BranchStrategy strategy) {}

  /**
   * @param failures gets what nobody expected, for the log
   */
  public ByHandViewModel(
      ReplayViewModel model,
      ReplayService service,
      RunArchive archive,
      BackgroundWork work,
      Consumer<Throwable> failures) {
    this.model = model;
    this.service = service;
    this.archive = archive;
    this.work = work;
    this.failures = failures;
    model
        .runProperty()
        .addListener(
            (property, before, now) -> {
              boolean ours = branch.get().isEmpty() || now.equals(branch.get().map(Branch::shown));
              if (!ours) {
                branch.set(Optional.empty());
              }
            });
  }

  /** Branches off at the playhead; from here on nothing ahead of it is shown. */
  public void start() {
    model
        .runProperty()
        .get()
        .filter(run -> !busy.get() && branch.get().isEmpty())
        .ifPresent(
            run -> {
              long from = run.run().rows().time(Math.max(0, model.rowProperty().get()));
              StrategyDefinition base = run.run().plan().request().strategy();
              modeBefore = model.modeProperty().get();
              model.modeProperty().set(ReplayMode.BLIND);
              make(run, BranchStrategy.of(base, from));
            });
  }

  /** Does something on the shown instrument at the playhead; it fills at the next open. */
  public void act(BranchStrategy.Deed deed) {
    branch
        .get()
        .filter(now -> !busy.get())
        .ifPresent(
            now -> {
              LoadedRun run = now.shown();
              InstrumentId instrument =
                  run.track(model.instrumentProperty().get()).instrument().id();
              long time = run.run().rows().time(model.rowProperty().get());
              if (time < now.strategy().fromMillis()) {
                told.set("The branch begins later: go on to its first bar");
                return;
              }
              make(
                  now.original(),
                  now.strategy().with(new BranchStrategy.Action(time, instrument, deed)));
            });
  }

  /** Takes back what was done last. */
  public void undo() {
    branch.get().ifPresent(now -> make(now.original(), now.strategy().undone()));
  }

  private void make(LoadedRun original, BranchStrategy strategy) {
    busy.set(true);
    told.set("");
    String name = name(original, strategy);
    work.start(
        "Running the branch",
        (cancelled, share) ->
            loaded(
                original,
                name,
                service.variant(original.run(), strategy, name, cancelled, share::accept)),
        made -> {
          busy.set(false);
          branch.set(Optional.of(new Branch(original, made, strategy)));
          model.swap(made);
        },
        this::failed);
  }

  private static LoadedRun loaded(LoadedRun original, String name, ReplayRun run) {
    RunStore.Summary of = original.summary();
    RunStore.Summary summary =
        new RunStore.Summary(
            run.plan().runId(),
            name,
            of.mode(),
            run.plan().request().strategy().name(),
            of.instruments(),
            of.fromMillis(),
            of.toMillis(),
            BigDecimal.ZERO,
            run.trades().size());
    return new LoadedRun(summary, run, original.changed());
  }

  private static String name(LoadedRun original, BranchStrategy strategy) {
    return Comparison.name(original) + ", by hand from " + TimeText.brief(strategy.fromMillis());
  }

  private void failed(RuntimeException failure) {
    busy.set(false);
    if (failure instanceof InputException wrong) {
      told.set(wrong.line());
    } else if (!(failure instanceof CancelledRunException)) {
      told.set("The branch cannot be run. Details are in the log.");
      failures.accept(failure);
    }
  }

  /**
   * Keeps the branch as a run of its own.
   *
   * @param kept told its id
   */
  public void keep(Consumer<String> kept) {
    branch
        .get()
        .ifPresent(
            now -> {
              String name = name(now.original(), now.strategy());
              busy.set(true);
              work.start(
                  "Keeping the branch as a run",
                  (cancelled, share) ->
                      archive.keepVariant(
                          now.original().run().plan(),
                          now.strategy(),
                          name,
                          cancelled,
                          share::accept),
                  stored -> {
                    busy.set(false);
                    told.set("Kept as “" + name + "”");
                    model.refresh();
                    kept.accept(stored.result().plan().runId());
                  },
                  this::failed);
            });
  }

  /** Back to the run it branched off. */
  public void leave() {
    branch
        .get()
        .ifPresent(
            now -> {
              model.pause();
              branch.set(Optional.empty());
              model.modeProperty().set(modeBefore);
              model.swap(now.original());
            });
  }

  /** Empty while nothing is traded by hand. */
  ReadOnlyObjectProperty<Optional<Branch>> branchProperty() {
    return branch.getReadOnlyProperty();
  }

  /** Whether the branch is being made again. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What there is to say about it; may be empty. */
  ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }
}
