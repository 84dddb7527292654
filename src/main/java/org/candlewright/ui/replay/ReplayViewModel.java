package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import org.candlewright.replay.Moment;
import org.candlewright.replay.ReplayService;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;
import org.candlewright.ui.work.WorkItem;

/** The playhead over a run: where it stands, how it moves, and what the engine says there. */
public final class ReplayViewModel {
  private static final double DEFAULT_SPEED = 10;
  private static final int TENTHS = 10;
  private static final double STARTING_SHARE = 0.6;

  private final ReplayService service;
  private final RunStore store;
  private final BackgroundWork work;
  private final Consumer<Throwable> failures;
  private final SeekWorker seeks;
  private final Playback playback = new Playback();

  private final ObservableList<RunStore.Summary> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<LoadedRun>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Moment>> moment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<VisibleRange> visible =
      new ReadOnlyObjectWrapper<>(new VisibleRange(0, 1));
  private final ReadOnlyIntegerWrapper direction = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final IntegerProperty instrument = new SimpleIntegerProperty(0);
  private final ObjectProperty<ReplayMode> mode = new SimpleObjectProperty<>(ReplayMode.REVIEW);
  private final DoubleProperty speed = new SimpleDoubleProperty(DEFAULT_SPEED);
  private final ObjectProperty<Breakpoints> breakpoints =
      new SimpleObjectProperty<>(Breakpoints.NONE);
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(false);
  private boolean stale;
  private int opening;
  private Optional<WorkItem> item = Optional.empty();

  /**
   * @param work opens runs, with their progress in the status bar
   * @param background runs seeks
   * @param failures gets what nobody expected, for the log
   */
  public ReplayViewModel(
      ReplayService service,
      RunStore store,
      UiThread ui,
      BackgroundWork work,
      Executor background,
      Consumer<Throwable> failures) {
    this.service = service;
    this.store = store;
    this.work = work;
    this.failures = failures;
    this.seeks = new SeekWorker(background, ui.conflated(this::found));
    busy.addListener((property, before, now) -> waiting.set(now || stale));
  }

  /** Reads the list of stored runs, then opens the latest if none is open. */
  public void refresh() {
    work.startQuiet(store::summaries, this::listed, this::failed);
  }

  private void listed(List<RunStore.Summary> summaries) {
    runs.setAll(summaries);
    if (run.get().isEmpty() && !busy.get() && !summaries.isEmpty()) {
      open(summaries.getFirst().id());
    }
  }

  /** Opens a stored run with the playhead well inside it, where there is something to see. */
  public void open(String runId) {
    open(runId, OptionalLong.empty());
  }

  /** Opens a stored run with the playhead at a time, epoch milliseconds. */
  public void open(String runId, long timeMillis) {
    open(runId, OptionalLong.of(timeMillis));
  }

  private void open(String runId, OptionalLong time) {
    Optional<LoadedRun> open = run.get().filter(each -> each.summary().id().equals(runId));
    if (open.isPresent()) {
      time.ifPresent(this::goTo);
      return;
    }
    int number = ++opening;
    pause();
    busy.set(true);
    progress.unbind();
    progress.set(0);
    problem.set("");
    item.ifPresent(WorkItem::cancel);
    WorkItem started =
        work.start(
            "Opening a run for Replay",
            (cancelled, share) -> load(runId, cancelled, share),
            loaded -> loaded(loaded, time, number),
            failure -> failed(failure, number));
    item = Optional.of(started);
    if (busy.get()) {
      progress.bind(started.shareProperty());
    }
  }

  private LoadedRun load(String runId, BooleanSupplier cancelled, DoubleConsumer share) {
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

  private void loaded(LoadedRun loaded, OptionalLong time, int number) {
    if (number == opening) {
      progress.unbind();
      var rows = loaded.run().rows();
      show(loaded, time.orElseGet(() -> rows.time((int) (rows.size() * STARTING_SHARE))));
    }
  }

  private void failed(RuntimeException failure, int number) {
    if (number == opening) {
      progress.unbind();
      busy.set(false);
      if (!(failure instanceof CancelledRunException)) {
        failed(failure);
      }
    }
  }

  private void failed(RuntimeException failure) {
    if (failure instanceof InputException wrong) {
      problem.set(wrong.line());
    } else {
      problem.set("The run cannot be opened. Details are in the log.");
      failures.accept(failure);
    }
  }

  /** Shows a run that is already open. */
  public void show(LoadedRun loaded, long timeMillis) {
    busy.set(false);
    problem.set(loaded.changed().orElse(""));
    moment.set(Optional.empty());
    instrument.set(0);
    row.set(-1);
    run.set(Optional.of(loaded));
    int at = loaded.run().rows().at(timeMillis);
    visible.set(VisibleRange.of(loaded, Math.max(0, at)));
    moveTo(Math.max(0, at));
  }

  private void found(SeekWorker.Found found) {
    if (run.get().filter(each -> each == found.run()).isPresent()) {
      moment.set(Optional.of(found.moment()));
      stale = found.moment().row() != row.get();
      waiting.set(busy.get() || stale);
    }
  }

  /** Puts the playhead on a row; outside the run, on its nearest end. */
  public void moveTo(int target) {
    run.get()
        .ifPresent(
            loaded -> {
              int to = Math.clamp(target, 0, loaded.rows() - 1);
              if (to != row.get()) {
                row.set(to);
                visible.set(visible.get().following(loaded, to));
                stale = true;
                waiting.set(true);
                seeks.ask(loaded, to);
              }
            });
  }

  /** Puts the playhead on the last row at or before a time. */
  public void goTo(long timeMillis) {
    run.get().ifPresent(loaded -> moveTo(loaded.run().rows().at(timeMillis)));
  }

  /**
   * Goes to a date, or a date and a time in UTC, as people write them.
   *
   * @return whether it was understood
   */
  public boolean goTo(String text) {
    String time = text.strip();
    if (time.length() > 10 && !time.endsWith("Z")) {
      time = time.replace(' ', 'T') + (time.length() == 16 ? ":00Z" : "Z");
    }
    try {
      pause();
      goTo(Period.parseTime(time));
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  public void step(int bars) {
    moveTo(row.get() + bars);
  }

  public void home() {
    pause();
    moveTo(0);
  }

  public void end() {
    pause();
    run.get().ifPresent(loaded -> moveTo(loaded.rows() - 1));
  }

  /** Jumps to a tenth of the run, 0 to 9. */
  public void tenth(int digit) {
    run.get().ifPresent(loaded -> moveTo((int) ((long) loaded.rows() * digit / TENTHS)));
  }

  /** Whether trade keys look ahead of the playhead. */
  public boolean seesAhead() {
    return mode.get() == ReplayMode.REVIEW;
  }

  public void nextTrade() {
    run.get()
        .filter(loaded -> seesAhead())
        .flatMap(loaded -> loaded.nextTrade(row.get()))
        .ifPresent(this::moveAndFocus);
  }

  public void previousTrade() {
    run.get().flatMap(loaded -> loaded.previousTrade(row.get())).ifPresent(this::moveAndFocus);
  }

  public void nextDecision() {
    run.get()
        .filter(loaded -> seesAhead())
        .flatMap(loaded -> loaded.nextDecision(row.get()))
        .ifPresent(this::moveAndFocus);
  }

  public void previousDecision() {
    run.get().flatMap(loaded -> loaded.previousDecision(row.get())).ifPresent(this::moveAndFocus);
  }

  /** Moves there and shows the instrument on which something happens there. */
  private void moveAndFocus(int target) {
    pause();
    run.get()
        .ifPresent(
            loaded -> {
              instrument.set(loaded.instrumentOfInterest(target, instrument.get()));
              moveTo(target);
            });
  }

  public void togglePlay() {
    if (direction.get() == 0) {
      play(1);
    } else {
      pause();
    }
  }

  /** Plays forward or back; again in the same direction doubles the speed. */
  public void shuttle(int towards) {
    if (direction.get() == towards) {
      speed.set(Math.min(Playback.FASTEST, speed.get() * 2));
    } else {
      play(towards);
    }
  }

  private void play(int towards) {
    if (run.get().isPresent()) {
      playback.reset();
      direction.set(towards);
    }
  }

  public void pause() {
    direction.set(0);
  }

  /**
   * Moves the playhead as far as it plays in some time.
   *
   * @param seconds since the last frame
   */
  public void advance(double seconds) {
    run.get()
        .filter(loaded -> direction.get() != 0)
        .ifPresent(
            loaded -> {
              int from = row.get();
              int bars = playback.bars(seconds, speed.get(), direction.get());
              int to = Math.clamp((long) from + bars, 0, loaded.rows() - 1);
              int stop = to > from ? breakpoints.get().firstStop(loaded, from, to) : to;
              moveTo(stop);
              if (stop != to || to == (direction.get() > 0 ? loaded.rows() - 1 : 0)) {
                pause();
              }
            });
  }

  /** Stops at orders, or no longer does. */
  public void toggleBreakOnOrder() {
    Breakpoints now = breakpoints.get();
    breakpoints.set(new Breakpoints(!now.onOrder(), now.onDrawdown(), now.drawdown()));
  }

  public void toggleBreakOnDrawdown() {
    Breakpoints now = breakpoints.get();
    breakpoints.set(new Breakpoints(now.onOrder(), !now.onDrawdown(), now.drawdown()));
  }

  /** Shows another stretch of time; the playhead stays where it is. */
  public void look(VisibleRange range) {
    run.get().ifPresent(loaded -> visible.set(range.within(loaded)));
  }

  /** Shows more or less time around the playhead. */
  public void zoom(double factor) {
    run.get()
        .ifPresent(
            loaded ->
                visible.set(
                    visible
                        .get()
                        .zoomed(factor, loaded.run().rows().time(Math.max(0, row.get())))
                        .within(loaded)));
  }

  /** The decision of the shown instrument at the playhead. */
  public Optional<DecisionRecord> decision() {
    return moment.get().flatMap(each -> each.decision(instrument.get()));
  }

  public ObservableList<RunStore.Summary> runs() {
    return runs;
  }

  public ReadOnlyObjectProperty<Optional<LoadedRun>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** What the engine says at the playhead, or shortly before while it is asked. */
  public ReadOnlyObjectProperty<Optional<Moment>> momentProperty() {
    return moment.getReadOnlyProperty();
  }

  /** Row of the playhead. */
  public ReadOnlyIntegerProperty rowProperty() {
    return row.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<VisibleRange> visibleProperty() {
    return visible.getReadOnlyProperty();
  }

  /** 1 plays forward, -1 back, 0 stands. */
  public ReadOnlyIntegerProperty directionProperty() {
    return direction.getReadOnlyProperty();
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

  /** Index of the instrument shown. */
  public IntegerProperty instrumentProperty() {
    return instrument;
  }

  public ObjectProperty<ReplayMode> modeProperty() {
    return mode;
  }

  /** Bars a second. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  public ObjectProperty<Breakpoints> breakpointsProperty() {
    return breakpoints;
  }

  /** Whether a run is being opened or the moment shown lags behind the playhead. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }
}
