package org.candlewright.analytics.pairs;

import java.util.Locale;
import org.candlewright.market.InputException;

/** What the cointegrating regression runs on. */
public enum PriceForm {
  /** Natural logarithms: the hedge ratio is a ratio of relative moves. */
  LOG,
  /** Prices as they are: the hedge ratio is a ratio of units. */
  RAW;

  /** Parses {@code log} or {@code raw}. */
  public static PriceForm parse(String text) {
    return switch (text) {
      case "log" -> LOG;
      case "raw" -> RAW;
      default ->
          throw new InputException(
              "'" + text + "' is not a form of prices", "Use log or raw: --prices log");
    };
  }

  double of(double price) {
    return this == LOG ? StrictMath.log(price) : price;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
