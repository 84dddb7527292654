package org.candlewright.market;

import java.util.List;
import java.util.Set;

/** Currencies by name: their fixed-point scale and how a symbol splits into base and quote. */
public final class Currency {
  /** Digits of a dollar-like currency's money unit. */
  public static final int DOLLAR_DIGITS = 8;

  /** Digits of a coin's money unit. */
  public static final int COIN_DIGITS = 12;

  private static final Set<String> DOLLAR_LIKE =
      Set.of(
          "USD", "USDT", "USDC", "BUSD", "FDUSD", "TUSD", "USDP", "USDD", "DAI", "USDE", "EUR",
          "GBP", "JPY", "TRY", "BRL", "AUD", "CAD", "CHF");

  /** Longest first, so that BTCFDUSD is not read as BTCFD and USD. */
  private static final List<String> QUOTES =
      List.of(
          "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "USDD", "USDE", "DAI", "USD", "EUR",
          "GBP", "JPY", "TRY", "BRL", "AUD", "CAD", "CHF", "BTC", "ETH", "BNB");

  private Currency() {}

  public static boolean isDollarLike(String name) {
    return DOLLAR_LIKE.contains(name);
  }

  /** Digits after the point of the currency's smallest money unit. */
  public static int digits(String name) {
    return isDollarLike(name) ? DOLLAR_DIGITS : COIN_DIGITS;
  }

  /** Base and quote of a venue's symbol: BTCUSDT, BTC/USD, BTC-USD, BTC-PERP. */
  public static String[] split(String symbol) {
    int mark = Math.max(symbol.indexOf('/'), Math.max(symbol.indexOf('-'), symbol.indexOf('_')));
    if (mark > 0) {
      String quote = symbol.substring(mark + 1);
      return new String[] {symbol.substring(0, mark), quote.equals("PERP") ? "USD" : quote};
    }
    for (String quote : QUOTES) {
      if (symbol.endsWith(quote) && symbol.length() > quote.length()) {
        return new String[] {symbol.substring(0, symbol.length() - quote.length()), quote};
      }
    }
    throw new InputException(
        "symbol '" + symbol + "': base and quote currency cannot be told apart",
        "Write it with a slash, for example " + symbol + "/USDT");
  }
}
