package org.candlewright.ui.replay;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Moves the playhead by itself: which way, how fast, where it stops and what it repeats. */
public final class Player {
  private static final double DEFAULT_SPEED = 10;

  private final ReadOnlyObjectProperty<Optional<LoadedRun>> run;
  private final ReadOnlyIntegerProperty row;
  private final IntConsumer move;
  private final Playback playback = new Playback();
  private final ReadOnlyIntegerWrapper direction = new ReadOnlyIntegerWrapper(0);
  private final DoubleProperty speed = new SimpleDoubleProperty(DEFAULT_SPEED);
  private final ObjectProperty<Breakpoints> breakpoints =
      new SimpleObjectProperty<>(Breakpoints.NONE);
  private final ObjectProperty<Optional<Loop>> loop = new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyStringWrapper stopped = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper byEvent = new ReadOnlyBooleanWrapper(false);
  private final BooleanSupplier seesAhead;

  /**
   * A stretch played again and again.
   *
   * @param from first row
   * @param to last row, above it
   */
  public record Loop(int from, int to) {}

  Player(
      ReadOnlyObjectProperty<Optional<LoadedRun>> run,
      ReadOnlyIntegerProperty row,
      IntConsumer move,
      BooleanSupplier seesAhead) {
    this.run = run;
    this.seesAhead = seesAhead;
    this.row = row;
    this.move = move;
  }

  public void toggle() {
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
      stopped.set("");
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
    run.get().filter(loaded -> direction.get() != 0).ifPresent(loaded -> advance(loaded, seconds));
  }

  private void advance(LoadedRun loaded, double seconds) {
    int from = row.get();
    int steps = playback.bars(seconds, speed.get(), direction.get());
    int bars = target(loaded, from, steps) - from;
    int last = loop.get().map(Loop::to).orElse(loaded.rows() - 1);
    int first = loop.get().map(Loop::from).orElse(0);
    int to = Math.clamp((long) from + bars, Math.min(first, from), Math.max(last, from));
    Optional<Breakpoints.Hit> hit = breakpoints.get().first(loaded, from, to);
    hit.ifPresent(
        each -> {
          to(each.row());
          stopped.set(each.breakpoint().words());
          pause();
        });
    if (hit.isEmpty()) {
      to(to);
      atEnd(direction.get() < 0, to, first, last);
    }
  }

  /** The row so many bars, or where it goes from event to event so many events, away. */
  private int target(LoadedRun loaded, int from, int steps) {
    if (!eventful()) {
      return from + steps;
    }
    return loaded.times().events().away(loaded.run().rows(), from, steps);
  }

  /** In Blind the next event would tell what lies ahead: there it goes bar by bar. */
  private boolean eventful() {
    return byEvent.get() && seesAhead.getAsBoolean();
  }

  /** One bar or event on or back. */
  void step(int towards) {
    pause();
    run.get().ifPresent(loaded -> to(target(loaded, row.get(), towards)));
  }

  /** Goes from event to event (fills, decisions, settlements) instead of bar by bar, or back. */
  public void toggleByEvent() {
    byEvent.set(!byEvent.get());
  }

  public ReadOnlyBooleanProperty byEventProperty() {
    return byEvent.getReadOnlyProperty();
  }

  private void to(int target) {
    move.accept(target);
  }

  private void atEnd(boolean back, int at, int first, int last) {
    boolean end = back ? at <= first : at >= last;
    if (end && loop.get().isPresent()) {
      to(back ? last : first);
    } else if (end) {
      pause();
    }
  }

  /** Repeats the rows between two times, or the whole run no longer. */
  public void toggleLoop(VisibleRange range) {
    if (loop.get().isPresent()) {
      loop.set(Optional.empty());
      return;
    }
    run.get()
        .ifPresent(
            loaded -> {
              int from = Math.max(0, loaded.run().rows().at(range.fromMillis()) + 1);
              int to = loaded.run().rows().at(range.toMillis());
              if (to > from) {
                loop.set(Optional.of(new Loop(from, to)));
              }
            });
  }

  /** Forgets what belongs to the run that was shown. */
  void reset() {
    pause();
    loop.set(Optional.empty());
    stopped.set("");
    breakpoints.set(breakpoints.get().ofAnyRun());
  }

  /** The next row in a direction at which a breakpoint is hit; empty if there is none. */
  public OptionalInt nextStop() {
    return run.get()
        .map(loaded -> breakpoints.get().first(loaded, row.get(), loaded.rows() - 1))
        .flatMap(hit -> hit)
        .map(hit -> OptionalInt.of(hit.row()))
        .orElseGet(OptionalInt::empty);
  }

  /** 1 plays forward, -1 back, 0 stands. */
  public ReadOnlyIntegerProperty directionProperty() {
    return direction.getReadOnlyProperty();
  }

  /** Bars or events a second. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  public ObjectProperty<Breakpoints> breakpointsProperty() {
    return breakpoints;
  }

  /** What is repeated; empty if nothing is. */
  public ReadOnlyObjectProperty<Optional<Loop>> loopProperty() {
    return loop;
  }

  /** The breakpoint at which it stopped, in words; empty if it stopped at none. */
  public ReadOnlyStringProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }
}
