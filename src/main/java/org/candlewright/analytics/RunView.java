package org.candlewright.analytics;

import java.math.BigDecimal;

/**
 * A finished run as the metrics see it; backtest, paper and live give the same shape. Money counts
 * units of 10^-digits of the account's currency.
 *
 * @param digits decimals of a money unit
 * @param account what the account began and ended with
 * @param clock the run's bars and time
 * @param trades closed ones
 * @param openTrades entry orders of which something is still held
 * @param days equity at each whole UTC midnight, the capital first
 * @param benchmark holding the instruments instead
 * @param lot smallest quantity of the first instrument, for quantities
 */
public record RunView(
    int digits,
    Account account,
    Clock clock,
    TradeTable trades,
    int openTrades,
    EquityCurve days,
    Benchmark benchmark,
    BigDecimal lot) {

  /**
   * What the account began and ended with.
   *
   * @param worstFall largest fall below the running peak of equity at bar closes, by its share
   * @param worstPeak that peak
   */
  public record Account(long capital, long equity, long worstFall, long worstPeak) {}

  /**
   * The run's time.
   *
   * @param firstMillis open of the first bar
   * @param endMillis end of the last bar
   * @param rangeMillis length of the period asked for
   * @param barMillis length of a bar
   * @param rows bars of the run's clock
   * @param exposedRows those that close with a position
   */
  public record Clock(
      long firstMillis,
      long endMillis,
      long rangeMillis,
      long barMillis,
      long rows,
      long exposedRows) {

    private static final double YEAR_MILLIS = 365.25 * 86_400_000.0;

    /** Years of 365.25 days. */
    double years() {
      return (endMillis - firstMillis) / YEAR_MILLIS;
    }
  }
}
