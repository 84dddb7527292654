package org.candlewright.ui.replay;

import java.util.OptionalInt;
import org.candlewright.ui.chart.DrawdownPainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.TimeText;

/** Something at which playback stops by itself. */
public sealed interface Breakpoint {
  /** What it stops at, short. */
  String words();

  /** The first row after {@code from} and up to {@code to} at which it is hit. */
  OptionalInt first(LoadedRun run, int from, int to);

  /** Whether it means the same in every run. */
  default boolean ofAnyRun() {
    return true;
  }

  /** Kinds of events that a breakpoint waits for. */
  enum Event {
    ORDER("order"),
    FILL("fill"),
    REFUSAL("refusal");

    private final String words;

    Event(String words) {
      this.words = words;
    }
  }

  /** An event of a kind. */
  record OnEvent(Event event) implements Breakpoint {
    @Override
    public String words() {
      return event.words;
    }

    @Override
    public OptionalInt first(LoadedRun run, int from, int to) {
      return run.times().of(event).firstIn(run.run().rows(), from, to);
    }
  }

  /**
   * A rule that begins or ceases to hold.
   *
   * @param rule its name
   */
  record OnRule(String rule, EventTimes turns) implements Breakpoint {
    @Override
    public String words() {
      return rule.replace('_', ' ') + " turns";
    }

    @Override
    public OptionalInt first(LoadedRun run, int from, int to) {
      return turns.firstIn(run.run().rows(), from, to);
    }

    @Override
    public boolean ofAnyRun() {
      return false;
    }
  }

  /**
   * Equity that falls further below its highest than a limit.
   *
   * @param limit a fraction
   */
  record OnDrawdown(double limit) implements Breakpoint {
    @Override
    public String words() {
      double percent = limit * 100;
      return "drawdown " + NumberText.plain(percent, percent == Math.rint(percent) ? 0 : 1) + " %";
    }

    @Override
    public OptionalInt first(LoadedRun run, int from, int to) {
      Series equity = run.equity();
      double fall = DrawdownPainter.at(equity, from, run.capital());
      double peak = equity.value(from) / (1 - fall);
      boolean below = fall >= limit;
      for (int row = from + 1; row <= to; row++) {
        peak = Math.max(peak, equity.value(row));
        boolean now = equity.value(row) <= peak * (1 - limit);
        if (now && !below) {
          return OptionalInt.of(row);
        }
        below = now;
      }
      return OptionalInt.empty();
    }
  }

  /**
   * Equity that comes to stand below an amount.
   *
   * @param amount in the account's currency
   */
  record OnEquity(double amount) implements Breakpoint {
    @Override
    public String words() {
      return "equity below " + NumberText.plain(amount, 0);
    }

    @Override
    public OptionalInt first(LoadedRun run, int from, int to) {
      boolean below = run.equity().value(from) < amount;
      for (int row = from + 1; row <= to; row++) {
        boolean now = run.equity().value(row) < amount;
        if (now && !below) {
          return OptionalInt.of(row);
        }
        below = now;
      }
      return OptionalInt.empty();
    }
  }

  /**
   * A time.
   *
   * @param millis epoch milliseconds
   */
  record OnDate(long millis) implements Breakpoint {
    @Override
    public String words() {
      return TimeText.brief(millis);
    }

    @Override
    public OptionalInt first(LoadedRun run, int from, int to) {
      int row = run.run().rows().at(millis - 1) + 1;
      return row > from && row <= to ? OptionalInt.of(row) : OptionalInt.empty();
    }
  }
}
