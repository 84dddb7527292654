package org.candlewright.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How the margin of a short stands: what it would be worth if the position were closed, what the
 * venue wants kept, now and after a rise of half the price.
 *
 * @param equity margin, funding and open profit, money units
 * @param notional value of the position at the last close, money units
 * @param maintenance the venue's least, now
 * @param stressedMaintenance the same when price stands half higher
 */
record MarginStress(long equity, long notional, long maintenance, long stressedMaintenance) {
  /**
   * A fifth of the position's value is kept, which an hour's move hardly uses up: a short with full
   * margin at its entry comes there after a rise by two thirds.
   */
  private static final long BUFFER_PARTS = 5;

  /** At this share of the margin the venue's least is an alert. */
  private static final long ALERT_TENTHS = 8;

  /** At this share both legs are closed. */
  private static final long EMERGENCY_TENTHS = 9;

  static final int RATE_DIGITS = 6;

  static MarginStress of(Book book, long margin) {
    long notional = book.model.notional(Math.abs(book.lots), book.lastClose);
    return new MarginStress(
        Math.addExact(margin, book.openValue()),
        notional,
        book.maintenance.times(notional),
        book.maintenance.times(notional + notional / 2));
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

  /** Maintenance over margin; 1 is taken over by the venue, and so is everything beyond. */
  BigDecimal rate() {
    return rate(maintenance, equity);
  }

  /** The same with price half higher. */
  BigDecimal stressedRate() {
    return rate(stressedMaintenance, equity - notional / 2);
  }

  private static BigDecimal rate(long least, long kept) {
    if (kept <= least) {
      return BigDecimal.ONE.setScale(RATE_DIGITS);
    }
    return BigDecimal.valueOf(least)
        .divide(BigDecimal.valueOf(kept), MathContext.DECIMAL64)
        .setScale(RATE_DIGITS, RoundingMode.HALF_EVEN);
  }
}
