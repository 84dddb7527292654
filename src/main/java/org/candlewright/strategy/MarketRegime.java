package org.candlewright.strategy;

import org.candlewright.market.BarSeries;

/**
 * The state of the market, from a week of the reference instrument: change of its close and
 * annualised volatility of its hourly returns. The first test that holds decides; while there is
 * less than a week it is chop.
 */
enum MarketRegime {
  CRISIS("crisis", 0, 0, 0, 0),
  TREND("trend", 1.0, 5, 1.2, 5),
  BEAR("bear", 0, 0, 0.5, 2),
  CHOP("chop", 0.5, 3, 0.8, 3);

  static final int WEEK_HOURS = 168;
  private static final double YEAR_HOURS = 8_760;
  private static final long HOUR = 3_600_000L;

  private final String word;
  private final double size;
  private final int entries;
  private final double plainSize;
  private final int plainEntries;

  MarketRegime(String word, double size, int entries, double plainSize, int plainEntries) {
    this.word = word;
    this.size = size;
    this.entries = entries;
    this.plainSize = plainSize;
    this.plainEntries = plainEntries;
  }

  String word() {
    return word;
  }

  /**
   * Multiple of the size.
   *
   * @param plain with the multipliers that let every trigger trade
   */
  double size(boolean plain) {
    return plain ? plainSize : size;
  }

  /** New positions in one pass at most. */
  int entries(boolean plain) {
    return plain ? plainEntries : entries;
  }

  /** Whether a trigger may trade at all here. */
  boolean allows(Trigger trigger, boolean plain) {
    if (plain) {
      return this != CRISIS && trigger.plain();
    }
    return switch (trigger) {
      case BREAKOUT, MOMENTUM_UP, TREND_FOLLOW -> this == TREND;
      case MEAN_REVERSION, FADE_SPIKE -> this == CHOP;
      default -> false;
    };
  }

  /** Change of the close over the week, a fraction; NaN while there is less. */
  static double change(BarSeries bars, int bar) {
    int back = weekBars(bars);
    return bar < back ? Double.NaN : (double) bars.closes()[bar] / bars.closes()[bar - back] - 1;
  }

  /** Sample deviation of the week's returns over a year of hours, a fraction; NaN before. */
  static double volatility(BarSeries bars, int bar) {
    int back = weekBars(bars);
    if (bar < back) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = bar - back + 1; i <= bar; i++) {
      sum += move(bars, i);
    }
    double mean = sum / back;
    double squares = 0;
    for (int i = bar - back + 1; i <= bar; i++) {
      double distance = move(bars, i) - mean;
      squares += distance * distance;
    }
    double hours = (double) bars.timeframe().millis() / HOUR;
    return Math.sqrt(squares / (back - 1) * (YEAR_HOURS / hours));
  }

  private static double move(BarSeries bars, int bar) {
    return (double) bars.closes()[bar] / bars.closes()[bar - 1] - 1;
  }

  private static int weekBars(BarSeries bars) {
    return Hours.bars(bars, WEEK_HOURS);
  }

  /** The regime at a bar of the reference instrument; −1 where none of its bars has ended. */
  static MarketRegime at(BarSeries bars, int bar) {
    double change = bar < 0 ? Double.NaN : change(bars, bar);
    if (Double.isNaN(change)) {
      return CHOP;
    }
    double volatility = volatility(bars, bar);
    if (change < -0.10 || volatility > 1) {
      return CRISIS;
    }
    if (change >= 0.10 && volatility < 0.60) {
      return TREND;
    }
    return change <= -0.05 ? BEAR : CHOP;
  }
}
