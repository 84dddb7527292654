package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What people did to a running session, and how it ends. Commands are data of a run as bars are:
 * they are journalled with the engine time they came at, and a run that is given the same script
 * does the same. A backtest has an empty one.
 *
 * <p>A command takes effect at the instant it is stamped with, after the decisions there and before
 * the opens. Belongs to the thread that drives the engine.
 */
public final class SessionScript {
  private final List<Command> commands = new ArrayList<>();
  private Ending ending;

  private SessionScript(Ending ending) {
    this.ending = ending;
  }

  /** How the data end. */
  public enum Ending {
    /** The last bar is the end of the run: what is open is closed there, unless it is to stay. */
    CLOSES,
    /** More bars may come. */
    GROWS,
    /** The last bar is where the session was left; it may go on some day. */
    STAYS_OPEN
  }

  /** What is ordered. */
  public enum Kind {
    /** Cancels entries, closes everything and lets nothing in until a reset. */
    KILL,
    /** Unlocks after a kill or a breaker; losses are measured from now. */
    RESET,
    /** No new entries; what is held keeps its stops and exits. */
    PAUSE,
    /** Entries are allowed again. */
    RESUME,
    /** No new entries, and what is held is closed. */
    STOP,
    /** Like a pause, by the program itself: the data are late. */
    HOLD,
    /** The data are fresh again. */
    RELEASE
  }

  /**
   * A command.
   *
   * @param timeMillis engine time, epoch milliseconds
   * @param first first instrument it is for
   * @param end one past the last
   */
  public record Command(long timeMillis, Kind kind, int first, int end) {}

  /** Of a backtest: nobody interferes. */
  public static SessionScript none() {
    return new SessionScript(Ending.CLOSES);
  }

  public static SessionScript ending(Ending ending) {
    return new SessionScript(ending);
  }

  public void add(Command command) {
    if (!commands.isEmpty() && command.timeMillis() < commands.getLast().timeMillis()) {
      throw new IllegalStateException("a command before the last one");
    }
    commands.add(command);
  }

  /** From now on it is known how the data end. */
  public void ends(Ending how) {
    ending = how;
  }

  public Ending ending() {
    return ending;
  }

  /** By time. */
  public List<Command> commands() {
    return commands;
  }

  /** The first command at or after an instant; the count of all if there is none. */
  int from(long instant) {
    int at = commands.size();
    while (at > 0 && commands.get(at - 1).timeMillis() >= instant) {
      at--;
    }
    return at;
  }
}
