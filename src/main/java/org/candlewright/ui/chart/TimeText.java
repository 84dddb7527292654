package org.candlewright.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, UTC. */
public final class TimeText {
  private static final DateTimeFormatter MOMENT = format("EEE d MMM yyyy HH:mm");
  private static final DateTimeFormatter SHORT = format("d MMM HH:mm");
  private static final DateTimeFormatter DAY = format("d MMM yyyy");

  private TimeText() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** {@code Tue 24 Feb 2026 14:00}. */
  public static String moment(long millis) {
    return MOMENT.format(Instant.ofEpochMilli(millis));
  }

  /** {@code 24 Feb 14:00}. */
  public static String brief(long millis) {
    return SHORT.format(Instant.ofEpochMilli(millis));
  }

  /** {@code 24 Feb 2026}. */
  public static String day(long millis) {
    return DAY.format(Instant.ofEpochMilli(millis));
  }
}
