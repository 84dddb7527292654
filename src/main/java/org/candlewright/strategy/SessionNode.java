package org.candlewright.strategy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.candlewright.indicator.PriceBlock;

/** A bar opened inside a session of its zone, or outside. */
final class SessionNode implements RuleNode {
  private final boolean wanted;
  private final Condition.Session session;
  private final PriceBlock prices;
  private final LocalClock clock;
  private final int from;
  private final int to;
  private final boolean[] days = new boolean[8];

  SessionNode(boolean wanted, Condition.Session session, PriceBlock prices) {
    this.wanted = wanted;
    this.session = session;
    this.prices = prices;
    this.clock = new LocalClock(session.zone());
    this.from = minute(session.from());
    this.to = minute(session.to());
    for (DayOfWeek day : session.days()) {
      days[day.getValue()] = true;
    }
  }

  private static int minute(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }

  @Override
  public void collect(int size, BarSet out) {
    for (int i = 0; i < size; i++) {
      out.put(i, holds(i));
    }
  }

  @Override
  public boolean holds(int at) {
    long local = clock.local(prices.openTime(at));
    int minute = LocalClock.minuteOfDay(local);
    int day = LocalClock.weekday(local);
    int dayBefore = day == 1 ? 7 : day - 1;
    boolean inside =
        from < to
            ? minute >= from && minute < to && days[day]
            : minute >= from && days[day] || minute < to && days[dayBefore];
    return inside == wanted;
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        (wanted ? "inside " : "outside ") + text(session),
        holds(at),
        Double.NaN,
        Double.NaN,
        "",
        List.of());
  }

  /** {@code 09:30 to 16:00 America/New_York}, with the days where not all are meant. */
  static String text(Condition.Session session) {
    String days =
        session.days().size() == 7
            ? ""
            : " on "
                + String.join(
                    ", ",
                    session.days().stream().sorted().map(day -> TimeWords.word(day)).toList());
    String zone = session.zone().getId().equals("Z") ? "UTC" : session.zone().getId();
    return session.from() + " to " + session.to() + " " + zone + days;
  }
}
