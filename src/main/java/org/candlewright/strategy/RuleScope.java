package org.candlewright.strategy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the conditions of a file may name.
 *
 * @param indicators those declared so far
 * @param latches those declared so far
 */
record RuleScope(
    List<Parameter> parameters,
    Map<String, RulesStrategy.IndicatorUse> indicators,
    Set<String> latches) {

  Parameter parameter(JsonReader at, String name) {
    return parameters.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                at.error(
                    "unknown parameter '" + name + "'",
                    JsonReader.suggestion(
                        name,
                        parameters.stream().map(Parameter::name).toList(),
                        "Declare it under declares; known are ")));
  }

  /**
   * A number or a parameter whose every value lies in a range, or the strategy fails when it runs.
   */
  Operand number(JsonReader at, NumberRange range) {
    if (at.isText() && at.text().startsWith("$")) {
      Parameter parameter = parameter(at, at.text().substring(1));
      if (range.whole() && !parameter.integer()
          || parameter.min().doubleValue() < range.min()
          || parameter.max().doubleValue() > range.max()) {
        throw at.error(
            "parameter " + parameter.name() + " can be something else than " + range.text(),
            "Declare it with "
                + (range.whole() ? "\"integer\": true and " : "")
                + "a min and a max inside that range");
      }
      return new Operand.ParameterValue(parameter.name());
    }
    java.math.BigDecimal value = range.whole() ? at.wholeNumber() : at.decimal();
    if (value.doubleValue() < range.min() || value.doubleValue() > range.max()) {
      throw at.error(value.toPlainString() + " is out of range", "Use " + range.text());
    }
    return new Operand.Constant(value);
  }
}
