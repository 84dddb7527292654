package org.candlewright.indicator;

import java.util.Map;

/**
 * What one use of an indicator is made with.
 *
 * @param values one for each declared parameter
 * @param source what it reads; ignored by indicators of whole bars
 */
public record IndicatorSettings(Map<String, Double> values, ValueSource source) {

  /** Value of a parameter. */
  public double number(String parameter) {
    Double value = values.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + parameter + " is not declared");
    }
    return value;
  }

  /** Value of a parameter that is a whole number. */
  public int whole(String parameter) {
    double value = number(parameter);
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException(parameter + " is no whole number: " + value);
    }
    return (int) value;
  }
}
