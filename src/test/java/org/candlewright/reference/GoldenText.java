package org.candlewright.reference;

import java.math.BigDecimal;
import java.util.Locale;

/** How stored figures of golden runs are written: columns that a change can be read in. */
final class GoldenText {
  private static final int MONEY_DIGITS = 8;

  private GoldenText() {}

  static String money(long units) {
    return BigDecimal.valueOf(units, MONEY_DIGITS).toPlainString();
  }

  /** A name and its figures. */
  static String row(String... cells) {
    StringBuilder line = new StringBuilder("%-28s".formatted(cells[0]));
    for (int i = 1; i < cells.length; i++) {
      line.append(String.format(Locale.ROOT, " %16s", cells[i]));
    }
    return line.toString();
  }
}
