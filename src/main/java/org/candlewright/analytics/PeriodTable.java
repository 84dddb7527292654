package org.candlewright.analytics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.DayRow;

/** A run by calendar month or year, from its days: equity with open profit, and its causes. */
public record PeriodTable(List<Row> rows) {

  /**
   * One month or year, UTC; the first and the last may be cut by the run. Money in units of the
   * account's currency, {@code change = edge + funding − fees − slippage}.
   *
   * @param period {@code 2021-03} or {@code 2021}
   * @param days of the run in it
   * @param before equity when it began
   */
  public record Row(
      String period,
      int days,
      long before,
      long edge,
      long funding,
      long fees,
      long slippage,
      long change,
      long equity) {

    /** change / equity when it began. */
    public MetricValue rateOfReturn() {
      return before <= 0
          ? MetricValue.undefined("equity was zero or below")
          : MetricValue.ratio(change, before, "equity was zero or below");
    }

    private Row plus(DayRow day) {
      return new Row(
          period,
          days + 1,
          before,
          edge + day.edge(),
          funding + day.funding(),
          fees + day.fees(),
          slippage + day.slippage(),
          change + day.change(),
          day.equity());
    }
  }

  /** By month. */
  public static PeriodTable monthly(long capital, List<DayRow> days) {
    return of(capital, days, 7);
  }

  /** By year. */
  public static PeriodTable yearly(long capital, List<DayRow> days) {
    return of(capital, days, 4);
  }

  private static PeriodTable of(long capital, List<DayRow> days, int characters) {
    List<Row> rows = new ArrayList<>();
    long before = capital;
    for (DayRow day : days) {
      OffsetDateTime date = Instant.ofEpochMilli(day.dayMillis()).atOffset(ZoneOffset.UTC);
      String period = date.toString().substring(0, characters);
      if (rows.isEmpty() || !rows.getLast().period().equals(period)) {
        rows.add(new Row(period, 0, before, 0, 0, 0, 0, 0, before));
      }
      rows.set(rows.size() - 1, rows.getLast().plus(day));
      before = day.equity();
    }
    return new PeriodTable(List.copyOf(rows));
  }
}
