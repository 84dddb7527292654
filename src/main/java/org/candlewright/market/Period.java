package org.candlewright.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A stretch of time, from inclusive, to exclusive.
 *
 * @param fromMillis epoch milliseconds UTC, inclusive
 * @param toMillis epoch milliseconds UTC, exclusive
 */
public record Period(long fromMillis, long toMillis) {
  /** All time that fits the store: 1970 to 9999. */
  public static final Period ALL = new Period(0, 253_402_300_800_000L);

  public Period {
    if (toMillis <= fromMillis) {
      throw new InputException(
          "the period from " + instant(fromMillis) + " to " + instant(toMillis) + " is empty",
          "Let --to be later than --from");
    }
  }

  /** Parses a date ({@code 2021-01-01}, midnight UTC) or an ISO-8601 instant. */
  public static long parseTime(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new InputException(
          "'" + text + "' is not a time",
          "Write a date such as 2021-01-01 or an instant such as 2021-01-01T08:00:00Z");
    }
  }

  public boolean contains(long epochMillis) {
    return epochMillis >= fromMillis && epochMillis < toMillis;
  }

  private static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
