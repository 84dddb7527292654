package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import org.candlewright.ui.format.Numbers;

/** Large amounts in few characters. */
final class Amounts {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private Amounts() {}

  /** {@code 16.9 bn}, {@code 133.8 m}, {@code 57.9 k}. */
  static String brief(BigDecimal amount) {
    String[] units = {"", " k", " m", " bn"};
    BigDecimal value = amount;
    int unit = 0;
    while (unit < units.length - 1 && value.abs().compareTo(THOUSAND) >= 0) {
      value = value.movePointLeft(3);
      unit++;
    }
    return Numbers.fixed(value, unit == 0 ? 0 : 1) + units[unit];
  }
}
