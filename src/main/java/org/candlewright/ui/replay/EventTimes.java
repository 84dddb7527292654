package org.candlewright.ui.replay;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.candlewright.replay.Rows;

/** Times of rows at which events of a kind show, ascending, each once. */
final class EventTimes {
  private final long[] times;

  private EventTimes(long[] times) {
    this.times = times;
  }

  static EventTimes of(LongStream times) {
    return new EventTimes(times.sorted().distinct().toArray());
  }

  int size() {
    return times.length;
  }

  /** How many lie at or before a time. */
  int upTo(long millis) {
    int at = Arrays.binarySearch(times, millis);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The row of the next one after a row. */
  Optional<Integer> next(Rows rows, int row) {
    int index = upTo(rows.time(row));
    return index < times.length ? Optional.of(rows.at(times[index])) : Optional.empty();
  }

  /**
   * The row so many events after a row, or before it where the number is negative; the first or the
   * last row of the run where there are fewer.
   */
  int away(Rows rows, int row, int events) {
    if (events == 0) {
      return row;
    }
    int index = events > 0 ? upTo(rows.time(row)) + events - 1 : upTo(rows.time(row) - 1) + events;
    if (index < 0) {
      return 0;
    }
    return index < times.length ? rows.at(times[index]) : rows.size() - 1;
  }

  /** The row of the last one before a row. */
  Optional<Integer> previous(Rows rows, int row) {
    int index = upTo(rows.time(row) - 1) - 1;
    return index >= 0 ? Optional.of(rows.at(times[index])) : Optional.empty();
  }

  /** The row of the first one after {@code from} and up to {@code to}. */
  OptionalInt firstIn(Rows rows, int from, int to) {
    return next(rows, from)
        .filter(row -> row <= to)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }
}
