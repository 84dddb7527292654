package org.candlewright.analytics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Locale;

/** What trades can be told apart by. Times are UTC; hour and weekday are the entry's. */
public enum Dimension {
  SIGNAL("signal"),
  SYMBOL("symbol"),
  REGIME("regime"),
  TIER("tier"),
  SIDE("side"),
  LIQUIDITY("maker or taker"),
  HOUR("hour"),
  WEEKDAY("weekday"),
  HOLDING_TIME("holding time"),
  MONTH("month of exit"),
  YEAR("year of exit");

  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  private final String title;

  Dimension(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /**
   * What a trade is told apart by.
   *
   * @param rank order of keys that have one of their own; others go by their text
   */
  record Key(int rank, String text) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::rank).thenComparing(Key::text);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    private static Key of(String text) {
      return new Key(0, text);
    }
  }

  /** The key of a trade. */
  Key key(RunView run, int row) {
    TradeTable trades = run.trades();
    TradeLabels labels = trades.labels();
    int id = trades.id(row);
    return switch (this) {
      case SIGNAL -> Key.of(labels.signal(id));
      case SYMBOL -> Key.of(labels.symbol(id));
      case REGIME -> Key.of(labels.regime(id));
      case TIER -> Key.of(labels.tier(id));
      case LIQUIDITY -> Key.of(labels.liquidity(id));
      case SIDE -> Key.of(trades.direction(row) > 0 ? "long" : "short");
      case HOUR -> Key.of(at(trades.entryMillis(row)).toString().substring(11, 13));
      case WEEKDAY -> weekday(at(trades.entryMillis(row)).getDayOfWeek());
      case HOLDING_TIME -> holding(trades.exitMillis(row) - trades.entryMillis(row));
      case MONTH -> Key.of(at(closingMillis(run, row)).toString().substring(0, 7));
      case YEAR -> Key.of(at(closingMillis(run, row)).toString().substring(0, 4));
    };
  }

  /** A close at the end of the run belongs to the day that ends (DESIGN 8). */
  private static long closingMillis(RunView run, int row) {
    long exit = run.trades().exitMillis(row);
    return exit >= run.clock().endMillis() ? exit - 1 : exit;
  }

  private static OffsetDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  private static Key weekday(DayOfWeek day) {
    return new Key(day.getValue(), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  private static Key holding(long millis) {
    if (millis < HOUR_MILLIS) {
      return new Key(1, "under 1 h");
    }
    if (millis < 4 * HOUR_MILLIS) {
      return new Key(2, "1 h to 4 h");
    }
    if (millis < DAY_MILLIS) {
      return new Key(3, "4 h to 1 d");
    }
    if (millis < 3 * DAY_MILLIS) {
      return new Key(4, "1 d to 3 d");
    }
    if (millis < 7 * DAY_MILLIS) {
      return new Key(5, "3 d to 7 d");
    }
    return millis < 30 * DAY_MILLIS ? new Key(6, "7 d to 30 d") : new Key(7, "30 d and more");
  }
}
