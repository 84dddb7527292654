package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.market.InputException;

/** Checks values against their declarations. */
final class ParameterValues {
  private ParameterValues() {}

  /**
   * The declarations with the given values.
   *
   * @param place where the values stand, for messages: {@code my.json: parameters}
   */
  static List<Parameter> apply(
      String place, List<Parameter> declared, Map<String, BigDecimal> values) {
    for (String name : values.keySet()) {
      if (declared.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw new InputException(
            place + "." + name + ": unknown parameter",
            JsonReader.suggestion(
                name, declared.stream().map(Parameter::name).toList(), "Known are "));
      }
    }
    List<Parameter> result = new ArrayList<>();
    for (Parameter parameter : declared) {
      result.add(
          checked(
              place,
              parameter.withValue(values.getOrDefault(parameter.name(), parameter.value()))));
    }
    return List.copyOf(result);
  }

  private static Parameter checked(String place, Parameter parameter) {
    BigDecimal value = parameter.value();
    String range =
        "Use a value from "
            + parameter.min().toPlainString()
            + " to "
            + parameter.max().toPlainString();
    if (value.compareTo(parameter.min()) < 0 || value.compareTo(parameter.max()) > 0) {
      throw new InputException(
          place + "." + parameter.name() + ": " + value.toPlainString() + " is out of range",
          range);
    }
    if (parameter.integer() && value.stripTrailingZeros().scale() > 0) {
      throw new InputException(
          place + "." + parameter.name() + ": " + value.toPlainString() + " is no whole number",
          range);
    }
    return parameter;
  }

  /**
   * The declarations with the values of a file.
   *
   * @param all the object of values; what it leaves out keeps its default
   */
  static List<Parameter> read(JsonReader all, List<Parameter> declared) {
    all.object();
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (String name : all.names()) {
      JsonReader at = all.required(name);
      boolean integer =
          declared.stream().anyMatch(each -> each.name().equals(name) && each.integer());
      BigDecimal value = integer ? at.wholeNumber() : at.decimal();
      values.put(name, value);
      // Each on its own first, so that a refusal names the line of the value.
      apply(all.document().place(all.path(), at.path()), declared, Map.of(name, value));
    }
    return apply(all.document().place(all.path()), declared, values);
  }

  static void requireLess(String place, Parameter less, Parameter greater) {
    if (less.value().compareTo(greater.value()) >= 0) {
      throw new InputException(
          place
              + "."
              + less.name()
              + ": "
              + less.value().toPlainString()
              + " is not below "
              + greater.name()
              + " ("
              + greater.value().toPlainString()
              + ")",
          "Let " + less.name() + " be smaller than " + greater.name());
    }
  }
}
