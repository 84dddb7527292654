package org.candlewright.strategy;

import java.math.BigDecimal;

/**
 * A declared parameter with its value: form, validation, sweep and documentation come from here.
 *
 * @param unit shown behind the value: {@code bars}, {@code per 8 h}, may be empty
 * @param integer whether only whole numbers are allowed
 * @param help one sentence
 */
public record Parameter(
    String name,
    String label,
    String unit,
    BigDecimal min,
    BigDecimal max,
    BigDecimal byDefault,
    BigDecimal value,
    boolean integer,
    String help) {

  public Parameter withValue(BigDecimal newValue) {
    return new Parameter(name, label, unit, min, max, byDefault, newValue, integer, help);
  }
}
