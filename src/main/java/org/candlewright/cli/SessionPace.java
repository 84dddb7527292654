package org.candlewright.cli;

import java.math.BigDecimal;
import org.candlewright.market.InputException;

/** How fast and how long a session goes, as the command line says it. */
final class SessionPace {
  private static final long DAY = 86_400_000L;

  private SessionPace() {}

  /** Market seconds in a second; infinity for {@code max}. */
  static double speed(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal speed = Decimals.parse("--speed", text);
    if (speed.compareTo(BigDecimal.ONE) < 0) {
      throw new InputException(
          "--speed: " + text + " is below 1", "Give 1 for real time, more for faster, or max");
    }
    return speed.doubleValue();
  }

  /** A length of time such as {@code 30d}, {@code 12h} or {@code 2w}, in milliseconds. */
  static long length(String text) {
    if (!text.matches("[1-9][0-9]{0,5}[mhdw]")) {
      throw new InputException(
          "--for: '" + text + "' is no length of time",
          "Write a number and a unit, for example 30d, 12h or 2w");
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return count
        * switch (text.charAt(text.length() - 1)) {
          case 'm' -> 60_000L;
          case 'h' -> 3_600_000L;
          case 'd' -> DAY;
          default -> 7 * DAY;
        };
  }
}
