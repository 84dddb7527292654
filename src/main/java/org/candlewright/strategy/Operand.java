package org.candlewright.strategy;

import java.math.BigDecimal;

/** One side of a comparison. */
public sealed interface Operand {
  /** A price or volume column of the bar: open, high, low, close or volume. */
  record Price(String field) implements Operand {}

  /** An indicator of the strategy by its name there. */
  record IndicatorValue(String name) implements Operand {}

  /** A number. */
  record Constant(BigDecimal value) implements Operand {}

  /** A parameter of the strategy. */
  record ParameterValue(String name) implements Operand {}
}
