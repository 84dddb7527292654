package org.candlewright.strategy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.candlewright.indicator.PriceBlock;

/** A part of the time at which each bar opened. */
final class TimeSeries extends Series {
  private static final long DAY = 86_400_000L;

  private final Operand.TimeField field;
  private final LocalClock clock;
  private final PriceBlock prices;

  TimeSeries(String label, Operand.TimeField field, ZoneId zone, PriceBlock prices) {
    super(label);
    this.field = field;
    this.clock = new LocalClock(zone);
    this.prices = prices;
  }

  @Override
  public void update(int size) {
    reserve(size);
    for (int i = 0; i < size; i++) {
      long local = clock.local(prices.openTime(i));
      values[i] =
          switch (field) {
            case HOUR -> LocalClock.minuteOfDay(local) / 60;
            case MINUTE -> LocalClock.minuteOfDay(local) % 60;
            case WEEKDAY -> LocalClock.weekday(local);
            case DAY -> LocalDate.ofEpochDay(Math.floorDiv(local, DAY)).getDayOfMonth();
            case MONTH -> LocalDate.ofEpochDay(Math.floorDiv(local, DAY)).getMonthValue();
          };
    }
  }
}
