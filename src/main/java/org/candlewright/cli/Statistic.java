package org.candlewright.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.candlewright.cli.output.Value;

/** Statistics as results: twelve significant digits, half even, which is what doubles vouch for. */
final class Statistic {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private Statistic() {}

  /**
   * @param shownDecimals decimals in a table for people
   */
  static Value of(double value, int shownDecimals) {
    return Double.isFinite(value)
        ? Value.rounded(BigDecimal.valueOf(value).round(DIGITS), shownDecimals)
        : Value.unknown();
  }

  static Value of(OptionalDouble value, int shownDecimals) {
    return value.isPresent() ? of(value.getAsDouble(), shownDecimals) : Value.unknown();
  }
}
