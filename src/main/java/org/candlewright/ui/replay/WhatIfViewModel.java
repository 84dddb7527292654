package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.export.RunArchive;
import org.candlewright.market.InputException;
import org.candlewright.replay.Simulation;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.work.BackgroundWork;

/**
 * What would have been under other parameters: each move of a slider makes the whole run again in
 * the background. In Blind it is off, for it would tell what lies ahead.
 */
public final class WhatIfViewModel {
  private final ReplayViewModel model;
  private final RunArchive archive;
  private final BackgroundWork work;
  private final Consumer<Throwable> failures;
  private final LatestWish<Wish, WhatIf> simulations;
  private final ObservableList<WhatIfParameter> parameters = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<WhatIf>> result =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private Consumer<String> kept = id -> {};
  private boolean quiet;

  /** The simulation made last, by the background's thread alone. */
  private volatile Optional<WhatIf> last = Optional.empty();

  private record Wish(LoadedRun run, StrategyDefinition strategy, int row) {}

  /**
   * @param background runs simulations
   * @param failures gets what nobody expected, for the log
   */
  public WhatIfViewModel(
      ReplayViewModel model,
      RunArchive archive,
      UiThread ui,
      BackgroundWork work,
      Executor background,
      Consumer<Throwable> failures) {
    this.model = model;
    this.archive = archive;
    this.work = work;
    this.failures = failures;
    this.simulations =
        new LatestWish<>(
            background,
            this::simulate,
            ui.conflated(this::simulated),
            failure -> ui.execute(() -> failed(failure)));
    model.runProperty().addListener((property, before, now) -> begin(now));
    model.rowProperty().addListener((property, before, now) -> moved());
    model.modeProperty().addListener((property, before, now) -> update());
    begin(model.runProperty().get());
  }

  private void begin(Optional<LoadedRun> run) {
    result.set(Optional.empty());
    problem.set("");
    told.set("");
    parameters.setAll(
        run.map(
                loaded ->
                    loaded.run().plan().request().strategy().parameters().stream()
                        .map(WhatIfParameter::new)
                        .toList())
            .orElse(List.of()));
    parameters.forEach(
        each -> each.sliderProperty().addListener((property, before, now) -> update()));
  }

  private void moved() {
    if (result.get().isPresent()) {
      update();
    }
  }

  private void update() {
    if (quiet || model.runProperty().get().isEmpty()) {
      return;
    }
    LoadedRun run = model.runProperty().get().get();
    told.set("");
    if (!model.seesAhead() || parameters.stream().noneMatch(WhatIfParameter::changed)) {
      problem.set("");
      waiting.set(false);
      result.set(Optional.empty());
      return;
    }
    try {
      StrategyDefinition strategy = strategy(run);
      problem.set("");
      waiting.set(true);
      simulations.ask(new Wish(run, strategy, Math.max(0, model.rowProperty().get())));
    } catch (InputException e) {
      problem.set(e.remedy());
    }
  }

  private StrategyDefinition strategy(LoadedRun run) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    parameters.forEach(each -> values.put(each.name(), each.value()));
    return run.run().plan().request().strategy().withParameters(values);
  }

  private WhatIf simulate(Wish wish) {
    Optional<WhatIf> before =
        last.filter(
            each ->
                each.run() == wish.run() && each.simulation().strategy().equals(wish.strategy()));
    if (before.isPresent()) {
      return before.get().at(wish.row());
    }
    long began = System.nanoTime();
    Simulation simulation = Simulation.of(wish.run().run(), wish.strategy(), () -> false);
    WhatIf made = WhatIf.of(wish.run(), simulation, wish.row(), System.nanoTime() - began);
    last = Optional.of(made);
    return made;
  }

  private void simulated(WhatIf made) {
    boolean current =
        model.runProperty().get().filter(each -> each == made.run()).isPresent()
            && model.seesAhead()
            && parameters.stream().anyMatch(WhatIfParameter::changed);
    if (current) {
      result.set(Optional.of(made));
      waiting.set(
          made.row() != model.rowProperty().get()
              || !made.simulation().strategy().equals(wanted(made.run())));
    }
  }

  private StrategyDefinition wanted(LoadedRun run) {
    try {
      return strategy(run);
    } catch (InputException e) {
      // Sliders that do not go together are never simulated: what is shown stays.
      return run.run().plan().request().strategy();
    }
  }

  private void failed(RuntimeException failure) {
    waiting.set(false);
    if (failure instanceof InputException wrong) {
      problem.set(wrong.line());
    } else if (!(failure instanceof CancelledRunException)) {
      problem.set("The run cannot be simulated with these values. Details are in the log.");
      failures.accept(failure);
    }
  }

  /** Puts all sliders back. */
  public void reset() {
    quiet = true;
    parameters.forEach(WhatIfParameter::reset);
    quiet = false;
    update();
  }

  /** Stores what is shown as a run of its own. */
  public void keep() {
    result.get().ifPresent(this::keep);
  }

  private void keep(WhatIf shown) {
    String name = name(shown.run());
    work.start(
        "Keeping the what-if as a run",
        (cancelled, share) ->
            archive.keepVariant(
                shown.run().run().plan(),
                shown.simulation().strategy(),
                name,
                cancelled,
                share::accept),
        stored -> {
          told.set("Kept as “" + name + "”");
          model.refresh();
          kept.accept(stored.result().plan().runId());
        },
        this::failed);
  }

  /** The run's name with what was changed. */
  private String name(LoadedRun run) {
    String base = run.summary().name().isEmpty() ? run.summary().strategy() : run.summary().name();
    return base
        + parameters.stream()
            .filter(WhatIfParameter::changed)
            .map(each -> ", " + each.label() + " " + Numbers.exact(each.value()))
            .collect(Collectors.joining());
  }

  /**
   * @param listener told the id of a run that was kept
   */
  void onKept(Consumer<String> listener) {
    kept = listener;
  }

  /** Names of the parameters that can be moved. */
  public List<String> names() {
    return parameters.stream().map(WhatIfParameter::name).toList();
  }

  /**
   * A parameter's slider for a program to move.
   *
   * @param shown told whenever another simulation is shown
   */
  public DoubleConsumer moving(String name, Runnable shown) {
    result.addListener((property, before, now) -> shown.run());
    WhatIfParameter parameter =
        parameters.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return parameter.sliderProperty()::set;
  }

  ObservableList<WhatIfParameter> parameters() {
    return parameters;
  }

  /** What would have been; empty while no slider is moved. */
  ReadOnlyObjectProperty<Optional<WhatIf>> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Why the sliders cannot stand as they do; empty if they can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What became of what was kept; empty if nothing was. */
  ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** Whether what is shown lags behind the sliders. */
  ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }
}
