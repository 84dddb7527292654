package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.Map;

/** Values of a signal's own parameters, by their plain names. */
record SignalValues(Map<String, BigDecimal> values) {
  BigDecimal value(String parameter) {
    BigDecimal value = values.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + parameter + " is not declared");
    }
    return value;
  }

  double number(String parameter) {
    return value(parameter).doubleValue();
  }

  int whole(String parameter) {
    return value(parameter).intValueExact();
  }

  /** As text for labels. */
  String text(String parameter) {
    return value(parameter).toPlainString();
  }
}
