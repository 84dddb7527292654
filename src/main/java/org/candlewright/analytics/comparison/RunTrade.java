package org.candlewright.analytics.comparison;

import java.math.BigDecimal;

/**
 * A trade as its money: what two runs made of the same entry can be told apart by.
 *
 * @param symbol of its first leg
 * @param side {@code long} or {@code short}
 * @param entryMillis of its entry, epoch milliseconds
 * @param exitMillis of its exit, epoch milliseconds
 * @param quantity of its first leg, base units
 * @param net profit after everything, account currency
 * @param fees paid, positive
 * @param funding received, negative if paid
 */
public record RunTrade(
    String symbol,
    String side,
    long entryMillis,
    long exitMillis,
    BigDecimal quantity,
    BigDecimal net,
    BigDecimal fees,
    BigDecimal funding) {

  /** Profit from prices alone, slippage included. */
  BigDecimal fromPrices() {
    return net.add(fees).subtract(funding);
  }
}
