package org.candlewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
  private static List<String> labels(String from, String to) {
    return scale(from, to).ticks(84).stream().map(TimeTick::label).toList();
  }

  private static TimeScale scale(String from, String to) {
    return new TimeScale(
        Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli(), 0, 1_000);
  }

  @Test
  void hoursWithinADayAndItsDateAtMidnight() {
    assertThat(labels("2026-02-24T20:00:00Z", "2026-02-25T06:00:00Z"))
        .containsExactly(
            "20:00", "21:00", "22:00", "23:00", "25 Feb", "01:00", "02:00", "03:00", "04:00",
            "05:00", "06:00");
  }

  @Test
  void daysWithinAMonth() {
    assertThat(labels("2026-02-17T00:00:00Z", "2026-02-24T12:00:00Z"))
        .containsExactly(
            "17 Feb", "18 Feb", "19 Feb", "20 Feb", "21 Feb", "22 Feb", "23 Feb", "24 Feb");
    assertThat(labels("2025-12-17T00:00:00Z", "2026-03-17T00:00:00Z"))
        .contains("20 Dec", "Jan 2026", "10 Jan", "Feb 2026", "Mar 2026");
  }

  @Test
  void monthsWithinAYearThenYears() {
    assertThat(labels("2025-01-01T00:00:00Z", "2025-12-31T00:00:00Z"))
        .startsWith("2025", "Mar", "May");
    assertThat(labels("2017-06-01T00:00:00Z", "2026-01-01T00:00:00Z"))
        .containsExactly("2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026");
  }

  @Test
  void labelsAreNeverCloserThanAskedFor() {
    long from = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    for (long length = 600_000; length < 40L * 365 * 86_400_000; length += length / 3) {
      TimeScale scale = new TimeScale(from, from + length, 0, 1_000);
      List<TimeTick> ticks = scale.ticks(84);
      assertThat(ticks).hasSizeLessThanOrEqualTo(13);
      for (int i = 1; i < ticks.size(); i++) {
        assertThat(scale.x(ticks.get(i).millis()) - scale.x(ticks.get(i - 1).millis()))
            .as("%d ms, %s then %s", length, ticks.get(i - 1).label(), ticks.get(i).label())
            .isGreaterThan(55);
      }
    }
  }
}
