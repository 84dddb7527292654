package org.candlewright.market;

/**
 * Length of a bar, aligned to UTC; weeks begin on Monday.
 *
 * @param millis length in milliseconds
 */
public record Timeframe(long millis) implements Comparable<Timeframe> {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  /** 1970-01-05 was a Monday. */
  private static final long FIRST_MONDAY = 4 * DAY;

  public static final Timeframe ONE_MINUTE = new Timeframe(MINUTE);
  public static final Timeframe ONE_HOUR = new Timeframe(HOUR);
  public static final Timeframe ONE_DAY = new Timeframe(DAY);

  public Timeframe {
    if (millis <= 0 || millis > WEEK || (millis < WEEK && DAY % millis != 0 && millis % DAY != 0)) {
      throw new InputException(
          "a timeframe of " + millis / MINUTE + " minutes does not divide a day",
          "Use one of 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 8h, 12h, 1d, 1w");
    }
  }

  /** Parses {@code 1m}, {@code 15m}, {@code 1h}, {@code 4h}, {@code 1d}, {@code 1w}. */
  public static Timeframe parse(String text) {
    if (!text.matches("[1-9][0-9]{0,3}[smhdw]")) {
      throw new InputException(
          "'" + text + "' is not a timeframe",
          "Write a number and a unit, for example 1m, 15m, 1h, 4h, 1d or 1w");
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return new Timeframe(
        count
            * switch (text.charAt(text.length() - 1)) {
              case 's' -> 1_000L;
              case 'm' -> MINUTE;
              case 'h' -> HOUR;
              case 'd' -> DAY;
              default -> WEEK;
            });
  }

  /** Opening time of the bar that holds the given instant. */
  public long floor(long epochMillis) {
    long offset = millis == WEEK ? FIRST_MONDAY : 0;
    return Math.floorDiv(epochMillis - offset, millis) * millis + offset;
  }

  @Override
  public int compareTo(Timeframe other) {
    return Long.compare(millis, other.millis);
  }

  @Override
  public String toString() {
    if (millis % WEEK == 0) {
      return millis / WEEK + "w";
    }
    if (millis % DAY == 0) {
      return millis / DAY + "d";
    }
    if (millis % HOUR == 0) {
      return millis / HOUR + "h";
    }
    return millis % MINUTE == 0 ? millis / MINUTE + "m" : millis / 1_000 + "s";
  }
}
