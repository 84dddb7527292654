package org.candlewright.strategy;

import java.math.BigDecimal;
import org.candlewright.indicator.IndicatorParameter;

/** The numbers that a field of a file takes. */
record NumberRange(boolean whole, double min, double max) {
  /** A number of bars to look back over. */
  static final NumberRange BARS = new NumberRange(true, 1, IndicatorParameter.MAX_BARS);

  static NumberRange of(IndicatorParameter parameter) {
    return new NumberRange(parameter.integer(), parameter.min(), parameter.max());
  }

  /** {@code a whole number from 1 to 10000}. */
  String text() {
    return (whole ? "a whole number from " : "a number from ")
        + BigDecimal.valueOf(min).stripTrailingZeros().toPlainString()
        + " to "
        + BigDecimal.valueOf(max).stripTrailingZeros().toPlainString();
  }
}
