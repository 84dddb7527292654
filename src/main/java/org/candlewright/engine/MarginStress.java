package org.candlewright.engine;

import java.math.BigDecimal;
import org.candlewright.market.Exact;

/**
 * How the margin of a short stands: what it would be worth if the position were closed, what the
 * venue wants kept, now and after a rise of half the price. One object looks at one short after the
 * other, so that a close allocates nothing.
 */
final class MarginStress {
  /**
   * A fifth of the position's value is kept, which an hour's move hardly uses up: a short with full
   * margin at its entry comes there after a rise by two thirds.
   */
  private static final long BUFFER_PARTS = 5;

  /** At this share of the margin the venue's least is an alert. */
  private static final long ALERT_TENTHS = 8;

  /** At this share both legs are closed. */
  private static final long EMERGENCY_TENTHS = 9;

  private static final int RATE_DIGITS = 6;

  private static final long RATE_ONE = 1_000_000;

  private long equity;
  private long notional;
  private long maintenance;
  private long stressedMaintenance;

  /** Looks at a short whose margin is given, money units, at its last close. */
  void look(Book book, long margin) {
    notional = book.model.notional(Math.abs(book.lots), book.lastClose);
    equity = Math.addExact(margin, book.openValue());
    maintenance = book.maintenance.times(notional);
    stressedMaintenance = book.maintenance.times(notional + notional / 2);
  }

  /** Margin, funding and open profit, money units. */
  long equity() {
    return equity;
  }

  /** Value of the position at the last close, money units. */
  long notional() {
    return notional;
  }

  /** Whether the buffer is kept. */
  boolean buffered() {
    return Math.multiplyExact(BUFFER_PARTS, equity) >= notional;
  }

  boolean alert() {
    return reached(ALERT_TENTHS);
  }

  boolean emergency() {
    return reached(EMERGENCY_TENTHS);
  }

  private boolean reached(long tenths) {
    return tenths * equity <= 10 * maintenance;
  }

  /** Maintenance over margin, of 1e-6; 1 is taken over by the venue, as is everything beyond. */
  long rate() {
    return rate(maintenance, equity);
  }

  /** The same with price half higher. */
  long stressedRate() {
    return rate(stressedMaintenance, equity - notional / 2);
  }

  private static long rate(long least, long kept) {
    return kept <= least ? RATE_ONE : Exact.mulDivHalfEven(least, RATE_ONE, kept);
  }

  /** A rate as a decimal. */
  static BigDecimal decimal(long rate) {
    return Exact.decimal(rate, RATE_DIGITS);
  }
}
