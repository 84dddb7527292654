package org.candlewright.ui.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they stand in the window. */
public final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Times() {}

  /** Date in UTC. */
  public static String day(long millis) {
    return DAY.format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
  }

  /** Date and minute in a zone. */
  public static String minute(long millis, ZoneId zone) {
    return MINUTE.format(Instant.ofEpochMilli(millis).atZone(zone));
  }

  /** Hours as days and hours where there are many. */
  public static String duration(double hours) {
    if (hours < 1) {
      return Math.round(hours * 60) + " min";
    }
    return hours < 100
        ? String.format(Locale.ROOT, "%.0f h", hours)
        : String.format(Locale.ROOT, "%.0f d", hours / 24);
  }
}
