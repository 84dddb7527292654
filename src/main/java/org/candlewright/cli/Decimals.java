package org.candlewright.cli;

import java.math.BigDecimal;
import org.candlewright.market.InputException;

/** Reads decimal numbers from options. */
final class Decimals {
  private Decimals() {}

  static BigDecimal parse(String option, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          option + ": '" + text + "' is not a number", "Write it plainly, for example 0.1");
    }
  }

  static BigDecimal aboveZero(String option, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new InputException(
          option + ": " + value.toPlainString() + " is not above zero", "Give a positive number");
    }
    return value;
  }
}
