package org.candlewright.market;

import java.util.Locale;

/**
 * Name of an instrument: {@code binance:BTCUSDT} (spot) or {@code binance:BTCUSDT.P} (perpetual).
 *
 * @param venue lower-case venue name
 * @param symbol the venue's own symbol, upper case, without the perpetual mark
 * @param kind spot or perpetual
 */
public record InstrumentId(String venue, String symbol, InstrumentKind kind)
    implements Comparable<InstrumentId> {

  public InstrumentId {
    venue = venue.toLowerCase(Locale.ROOT);
    symbol = symbol.toUpperCase(Locale.ROOT);
    if (!venue.matches("[a-z0-9][a-z0-9_-]*")) {
      throw new InputException(
          "instrument '" + venue + ":" + symbol + "': the venue is not a name",
          "Write it as venue:SYMBOL, for example binance:BTCUSDT.P");
    }
    if (!symbol.matches("[A-Z0-9][A-Z0-9/_-]*")) {
      throw new InputException(
          "instrument '" + venue + ":" + symbol + "': the symbol is not a name",
          "Write it as venue:SYMBOL, for example binance:BTCUSDT.P");
    }
  }

  /** Parses {@code venue:SYMBOL} or {@code venue:SYMBOL.P}. */
  public static InstrumentId parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw new InputException(
          "'" + text + "' is not an instrument",
          "Write it as venue:SYMBOL, for example binance:BTCUSDT (spot) or binance:BTCUSDT.P"
              + " (perpetual)");
    }
    String symbol = text.substring(colon + 1).toUpperCase(Locale.ROOT);
    boolean perpetual = symbol.endsWith(".P");
    return new InstrumentId(
        text.substring(0, colon),
        perpetual ? symbol.substring(0, symbol.length() - 2) : symbol,
        perpetual ? InstrumentKind.LINEAR_PERPETUAL : InstrumentKind.SPOT);
  }

  /** The same venue and symbol as spot: the other leg of a carry. */
  public InstrumentId spot() {
    return new InstrumentId(venue, symbol, InstrumentKind.SPOT);
  }

  @Override
  public int compareTo(InstrumentId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return venue + ":" + symbol + (kind.isPerpetual() ? ".P" : "");
  }
}
