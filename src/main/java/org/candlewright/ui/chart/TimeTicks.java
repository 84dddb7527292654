package org.candlewright.ui.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chooses marks of a time axis in UTC: hours within a day, days within a month, months, years. */
final class TimeTicks {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] WITHIN_DAY = {
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR
  };
  private static final int[] DAYS = {1, 2, 5, 10, 15};
  private static final int[] MONTHS = {1, 2, 3, 6};
  private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100};
  private static final DateTimeFormatter CLOCK = format("HH:mm");
  private static final DateTimeFormatter DAY_OF_MONTH = format("d MMM");
  private static final DateTimeFormatter MONTH_OF_YEAR = format("MMM yyyy");
  private static final DateTimeFormatter MONTH = format("MMM");
  private static final DateTimeFormatter YEAR = format("yyyy");

  private TimeTicks() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  static List<TimeTick> of(TimeScale scale, double spacing) {
    double least = spacing * scale.millisPerPixel();
    for (long step : WITHIN_DAY) {
      if (step >= least) {
        return withinDays(scale, step);
      }
    }
    for (int days : DAYS) {
      if (days * DAY >= least) {
        return days(scale, days);
      }
    }
    for (int months : MONTHS) {
      if (months * 30 * DAY >= least) {
        return months(scale, months);
      }
    }
    for (int years : YEARS) {
      if (years * 365 * DAY >= least) {
        return months(scale, 12 * years);
      }
    }
    return List.of();
  }

  private static List<TimeTick> withinDays(TimeScale scale, long step) {
    List<TimeTick> ticks = new ArrayList<>();
    for (long at = Math.ceilDiv(scale.fromMillis(), step) * step;
        at <= scale.toMillis();
        at += step) {
      boolean midnight = at % DAY == 0;
      ticks.add(new TimeTick(at, date(at).format(midnight ? DAY_OF_MONTH : CLOCK), midnight));
    }
    return ticks;
  }

  /** Days 1, 1 + n, … of each month, but none that crowds the next month's first. */
  private static List<TimeTick> days(TimeScale scale, int days) {
    List<TimeTick> ticks = new ArrayList<>();
    LocalDate month = date(scale.fromMillis()).toLocalDate().withDayOfMonth(1);
    while (millis(month) <= scale.toMillis()) {
      int length = month.lengthOfMonth();
      for (int day = 1; day <= length; day += days) {
        if (day == 1 || length + 1 - day >= Math.max(1, days * 3 / 4)) {
          // Multiples read better than one more: 5, 10, 15 rather than 6, 11, 16.
          LocalDate at = month.withDayOfMonth(day > 1 && days >= 5 ? day - 1 : day);
          add(scale, at, at.format(day == 1 ? MONTH_OF_YEAR : DAY_OF_MONTH), day == 1, ticks);
        }
      }
      month = month.plusMonths(1);
    }
    return ticks;
  }

  private static List<TimeTick> months(TimeScale scale, int months) {
    List<TimeTick> ticks = new ArrayList<>();
    LocalDate first = date(scale.fromMillis()).toLocalDate();
    int years = Math.max(1, months / 12);
    LocalDate at = LocalDate.of(Math.floorDiv(first.getYear(), years) * years, 1, 1);
    while (millis(at) <= scale.toMillis()) {
      boolean january = at.getMonthValue() == 1;
      // The first one names its year, so that no axis leaves it open.
      DateTimeFormatter words = january ? YEAR : ticks.isEmpty() ? MONTH_OF_YEAR : MONTH;
      add(scale, at, at.format(words), january, ticks);
      at = at.plusMonths(months);
    }
    return ticks;
  }

  private static void add(
      TimeScale scale, LocalDate at, String label, boolean major, List<TimeTick> ticks) {
    long millis = millis(at);
    if (millis >= scale.fromMillis() && millis <= scale.toMillis()) {
      ticks.add(new TimeTick(millis, label, major));
    }
  }

  private static LocalDateTime date(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  private static long millis(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
