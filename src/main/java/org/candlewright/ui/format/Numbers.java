package org.candlewright.ui.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.candlewright.market.Currency;

/**
 * Numbers as they stand in the window: thousands grouped, the real minus sign, a plus on changes,
 * {@code unknown} for what is not defined.
 */
public final class Numbers {
  public static final String UNKNOWN = "unknown";
  private static final char MINUS = '\u2212';

  private Numbers() {}

  /** A value with fixed decimals, half even. */
  public static String fixed(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs());
    return rounded.signum() < 0 ? MINUS + text : text;
  }

  /** A change: the same with a plus sign where it is above zero. */
  public static String change(BigDecimal value, int decimals) {
    String text = fixed(value, decimals);
    return value.setScale(decimals, RoundingMode.HALF_EVEN).signum() > 0 ? "+" + text : text;
  }

  /** All digits that a value has, grouped. */
  public static String exact(BigDecimal value) {
    return fixed(value, Math.max(0, value.stripTrailingZeros().scale()));
  }

  /** A fraction as percent, without the sign of percent. */
  public static String percent(Optional<BigDecimal> fraction, int decimals) {
    return fraction.map(value -> fixed(value.movePointRight(2), decimals)).orElse(UNKNOWN);
  }

  /** A change given as a fraction, in percent. */
  public static String percentChange(Optional<BigDecimal> fraction, int decimals) {
    return fraction.map(value -> change(value.movePointRight(2), decimals)).orElse(UNKNOWN);
  }

  /** Decimals of an amount of money: cents of what is like a dollar, more of a coin. */
  public static int moneyDecimals(String currency) {
    return Currency.isDollarLike(currency) ? 2 : 6;
  }

  /** A count. */
  public static String count(long value) {
    return fixed(BigDecimal.valueOf(value), 0);
  }
}
