package org.candlewright.ui.replay;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import org.candlewright.replay.Moment;
import org.candlewright.replay.ReplayService;
import org.candlewright.replay.Rows;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;

/** The playhead over a run: where it stands, how it moves, and what the engine says there. */
public final class ReplayViewModel {
  private static final int TENTHS = 10;
  private static final double STARTING_SHARE = 0.6;

  private final RunOpener opener;
  private final LatestWish<Wish, Found> seeks;
  private final ReadOnlyObjectWrapper<Optional<LoadedRun>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Moment>> moment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<VisibleRange> visible =
      new ReadOnlyObjectWrapper<>(new VisibleRange(0, 1));
  private final IntegerProperty instrument = new SimpleIntegerProperty(0);
  private final ObjectProperty<ReplayMode> mode = new SimpleObjectProperty<>(ReplayMode.REVIEW);
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(false);
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(false);
  private final Player player;
  private final FinerSteps finer;
  private boolean stale;

  /** Time of the playhead where it stands inside a bar; else that of its row. */
  private long head;

  private record Wish(LoadedRun run, int row, long head) {
    Moment moment() {
      return run.run().rows().time(row) < head
          ? run.run().seekInside(row, head)
          : run.run().seek(row);
    }
  }

  /** State at a row of a run. */
  private record Found(LoadedRun run, Moment moment) {}

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
    this.opener = new RunOpener(service, store, work, failures);
    this.seeks =
        new LatestWish<>(
            background,
            wish -> new Found(wish.run(), wish.moment()),
            ui.conflated(this::found),
            failure -> ui.execute(() -> opener.failed(failure)));
    this.finer = new FinerSteps(this, service, work);
    this.player =
        new Player(
            run.getReadOnlyProperty(), row.getReadOnlyProperty(), this::moveTo, this::seesAhead);
    opener.busyProperty().addListener((property, before, now) -> waiting.set(now || stale));
  }

  /** Reads the list of stored runs, then opens the latest if none is open. */
  public void refresh() {
    opener.refresh(
        () -> {
          if (run.get().isEmpty() && !opener.busyProperty().get() && !opener.runs().isEmpty()) {
            open(opener.runs().getFirst().id());
          }
        });
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
    pause();
    opener.open(
        runId,
        loaded -> {
          Rows rows = loaded.run().rows();
          show(loaded, time.orElseGet(() -> rows.time((int) (rows.size() * STARTING_SHARE))));
        });
  }

  /** Shows a run that is already open. */
  public void show(LoadedRun loaded, long timeMillis) {
    player.reset();
    opener.tell(loaded.notice().orElse(""));
    moment.set(Optional.empty());
    instrument.set(0);
    row.set(-1);
    run.set(Optional.of(loaded));
    int at = loaded.run().rows().at(timeMillis);
    visible.set(VisibleRange.of(loaded, Math.max(0, at)));
    moveTo(Math.max(0, at));
  }

  /** Shows another run over the same bars in place of the one shown, and nothing else changes. */
  void swap(LoadedRun loaded) {
    stale = true;
    run.set(Optional.of(loaded));
    waiting.set(true);
    int to = Math.clamp(row.get(), 0, loaded.rows() - 1);
    head = loaded.run().rows().time(to);
    seeks.ask(new Wish(loaded, to, head));
  }

  private void found(Found found) {
    if (run.get().filter(each -> each == found.run()).isPresent()) {
      moment.set(Optional.of(found.moment()));
      stale = found.moment().row() != row.get() || found.moment().timeMillis() != head;
      waiting.set(opener.busyProperty().get() || stale);
    }
  }

  /** Puts the playhead on a row; outside the run, on its nearest end. */
  public void moveTo(int target) {
    run.get()
        .ifPresent(
            loaded -> {
              int to = Math.clamp(target, 0, loaded.rows() - 1);
              moveInside(to, loaded.run().rows().time(to));
            });
  }

  /**
   * Puts the playhead on a row, or between it and the next.
   *
   * @param timeMillis where between them; the row's own time or one before it for the row
   */
  void moveInside(int target, long timeMillis) {
    LoadedRun loaded = run.get().orElseThrow();
    int to = Math.clamp(target, 0, loaded.rows() - 1);
    long own = loaded.run().rows().time(to);
    long next = to + 1 < loaded.rows() ? loaded.run().rows().time(to + 1) : own;
    long at = timeMillis > own && timeMillis < next ? timeMillis : own;
    if (to != row.get() || at != head) {
      head = at;
      row.set(to);
      if (player.loopProperty().get().isEmpty()) {
        visible.set(visible.get().following(loaded, to));
      }
      stale = true;
      waiting.set(true);
      seeks.ask(new Wish(loaded, to, at));
    }
  }

  /** Time of the playhead, epoch milliseconds: its row's, or later inside the bar that follows. */
  long headMillis() {
    return head;
  }

  /** Steps inside the bars of the run. */
  public FinerSteps finer() {
    return finer;
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
    try {
      pause();
      goTo(Period.parseTime(DateText.iso(text)));
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

  /**
   * Goes to a bar picked at random.
   *
   * @param random picks it
   */
  public void randomBar(RandomGenerator random) {
    pause();
    run.get().ifPresent(loaded -> moveTo(random.nextInt(loaded.rows())));
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

  public void pause() {
    player.pause();
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

  /** Which runs there are, and the opening of one. */
  public RunOpener opener() {
    return opener;
  }

  /** What moves the playhead by itself. */
  public Player player() {
    return player;
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

  /** Index of the instrument shown. */
  public IntegerProperty instrumentProperty() {
    return instrument;
  }

  public ObjectProperty<ReplayMode> modeProperty() {
    return mode;
  }

  /** Whether equal shares of price are equally high on the candles' axis. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** Whether a run is being opened or the moment shown lags behind the playhead. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }
}
