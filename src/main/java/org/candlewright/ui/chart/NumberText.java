package org.candlewright.ui.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them here: fixed decimals, thousands grouped, the real minus sign. */
public final class NumberText {
  private static final char MINUS = '\u2212';

  private NumberText() {}

  /** Grouped with fixed decimals, rounded half even: {@code 61,250.5}. */
  public static String plain(double value, int decimals) {
    return Double.isFinite(value) ? plain(BigDecimal.valueOf(value), decimals) : "unknown";
  }

  /** Likewise, exactly. */
  public static String plain(BigDecimal value, int decimals) {
    String digits =
        value.abs().setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).toPlainString();
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    StringBuilder out = new StringBuilder(digits.length() + 8);
    boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    if (value.signum() < 0 && !zero) {
      out.append(MINUS);
    }
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        out.append(',');
      }
      out.append(digits.charAt(i));
    }
    return out.append(digits, whole, digits.length()).toString();
  }

  /** Likewise with a sign on every number but zero: for changes. */
  public static String signed(double value, int decimals) {
    return Double.isFinite(value) ? signed(BigDecimal.valueOf(value), decimals) : "unknown";
  }

  /** Likewise, exactly. */
  public static String signed(BigDecimal value, int decimals) {
    String text = plain(value, decimals);
    boolean positive = value.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).signum() > 0;
    return positive ? "+" + text : text;
  }

  /** A fraction as percent, without the sign of percent: 0.0123 is {@code +1.23}. */
  public static String signedPercent(double fraction, int decimals) {
    return signed(fraction * 100, decimals);
  }
}
