package org.candlewright.analytics;

/** Words that belong to a trade, found by its number only when a table asks for them. */
public interface TradeLabels {
  String symbol(int tradeId);

  /** Reason of the entry. */
  String signal(int tradeId);

  /** Market regime at the entry; {@code none} if none was told apart. */
  String regime(int tradeId);

  String tier(int tradeId);

  /** {@code maker}, {@code taker} or {@code mixed}, by the fills. */
  String liquidity(int tradeId);
}
