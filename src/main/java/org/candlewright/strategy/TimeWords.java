package org.candlewright.strategy;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How strategy files write days of the week. */
final class TimeWords {
  private TimeWords() {}

  /** {@code mon} to {@code sun}. */
  static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  static List<String> days() {
    return Arrays.stream(DayOfWeek.values()).map(TimeWords::word).toList();
  }
}
