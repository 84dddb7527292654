package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.candlewright.indicator.Indicators;

/**
 * A registered signal: file form, form fields and documentation come from here.
 *
 * @param name name in strategy files
 * @param weight share in the combined score where nothing is said
 * @param help one sentence
 * @param formula of score and confidence, in a line
 * @param parameters without the weight
 * @param constraints pairs of parameters of which the first must be below the second
 * @param length bars over which it looks back, from its parameters' values
 * @param factory makes one from its parameters' values
 */
record SignalKind(
    String name,
    String label,
    BigDecimal weight,
    String help,
    String formula,
    List<Parameter> parameters,
    List<RulesStrategy.Constraint> constraints,
    ToIntFunction<SignalValues> length,
    BiFunction<Indicators, SignalValues, Signal> factory) {

  /** Name of one of its parameters among all parameters of a strategy. */
  String qualified(String parameter) {
    return name + "." + parameter;
  }

  /** The weight as a parameter. */
  Parameter weightParameter() {
    return new Parameter(
        "weight",
        label + " weight",
        "share",
        BigDecimal.ZERO,
        BigDecimal.TEN,
        weight,
        weight,
        false,
        "Weight of the " + label + " signal in the combined score.");
  }

  static Parameter bars(String name, String label, int value, String help) {
    return new Parameter(
        name,
        label,
        "bars",
        BigDecimal.ONE,
        BigDecimal.valueOf(1_000),
        BigDecimal.valueOf(value),
        BigDecimal.valueOf(value),
        true,
        help);
  }
}
