package org.candlewright.analytics.comparison;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A round trip as a list of trades states it.
 *
 * @param number in its list
 * @param side 1 long, -1 short
 * @param quantity in base units
 * @param entryMillis open of the bar in which the entry filled, epoch milliseconds
 * @param exitMillis open of the bar in which the exit filled, epoch milliseconds
 * @param exitPrice of an open trade: the last price
 * @param netPnl after fees, in the list's currency of profit; empty where the list has none
 * @param costs fees less funding received, where the list tells them apart; else zero
 * @param open whether it was still open when the list ended
 */
public record ListedTrade(
    int number,
    int side,
    BigDecimal quantity,
    long entryMillis,
    BigDecimal entryPrice,
    long exitMillis,
    BigDecimal exitPrice,
    Optional<BigDecimal> netPnl,
    BigDecimal costs,
    boolean open) {

  /** The same trade at other times. */
  ListedTrade at(long newEntryMillis, long newExitMillis) {
    return new ListedTrade(
        number,
        side,
        quantity,
        newEntryMillis,
        entryPrice,
        newExitMillis,
        exitPrice,
        netPnl,
        costs,
        open);
  }
}
