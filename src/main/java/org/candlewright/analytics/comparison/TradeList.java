package org.candlewright.analytics.comparison;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A list of trades.
 *
 * @param trades in the list's order
 * @param priceCurrency what prices are in
 * @param pnlCurrency what profits are in
 */
public record TradeList(List<ListedTrade> trades, String priceCurrency, String pnlCurrency) {

  /** Times read as if they were UTC, taken for wall clock of the zone instead. */
  public TradeList fromZone(ZoneId zone) {
    return new TradeList(
        trades.stream()
            .map(trade -> trade.at(utc(trade.entryMillis(), zone), utc(trade.exitMillis(), zone)))
            .toList(),
        priceCurrency,
        pnlCurrency);
  }

  static long utc(long wallClock, ZoneId zone) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(wallClock), ZoneOffset.UTC)
        .atZone(zone)
        .toInstant()
        .toEpochMilli();
  }

  /** Trades that the list saw closed. */
  List<ListedTrade> closed() {
    return trades.stream().filter(trade -> !trade.open()).toList();
  }
}
