package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;

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

  /** A number with its default as value. */
  static Parameter number(
      String name,
      String label,
      String unit,
      String min,
      String max,
      String byDefault,
      String help) {
    BigDecimal value = new BigDecimal(byDefault);
    return new Parameter(
        name, label, unit, new BigDecimal(min), new BigDecimal(max), value, value, false, help);
  }

  /** A whole number with its default as value. */
  static Parameter whole(
      String name, String label, String unit, int min, int max, int byDefault, String help) {
    BigDecimal value = BigDecimal.valueOf(byDefault);
    return new Parameter(
        name,
        label,
        unit,
        BigDecimal.valueOf(min),
        BigDecimal.valueOf(max),
        value,
        value,
        true,
        help);
  }

  /** The one of that name, which must be among them. */
  static Parameter find(List<Parameter> parameters, String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  public Parameter withValue(BigDecimal newValue) {
    return new Parameter(name, label, unit, min, max, byDefault, newValue, integer, help);
  }
}
