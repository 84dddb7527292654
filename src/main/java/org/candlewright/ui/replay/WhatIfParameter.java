package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.candlewright.strategy.Parameter;
import org.candlewright.ui.format.Numbers;

/**
 * A parameter with its slider: from a quarter of its value to four times it, within what it allows.
 */
final class WhatIfParameter {
  private static final double SPREAD = 4;

  private final Parameter declaration;
  private final DoubleProperty slider = new SimpleDoubleProperty();
  private final int decimals;

  WhatIfParameter(Parameter declaration) {
    this.declaration = declaration;
    this.decimals =
        declaration.integer()
            ? 0
            : Math.max(0, declaration.value().stripTrailingZeros().scale()) + 1;
    slider.set(declaration.value().doubleValue());
  }

  String name() {
    return declaration.name();
  }

  String label() {
    return declaration.label();
  }

  String unit() {
    return declaration.unit();
  }

  String help() {
    return declaration.help();
  }

  double low() {
    double value = declaration.value().doubleValue();
    double min = declaration.min().doubleValue();
    return value > 0 ? Math.max(min, value / SPREAD) : min;
  }

  double high() {
    double value = declaration.value().doubleValue();
    double max = declaration.max().doubleValue();
    return value > 0 ? Math.min(max, value * SPREAD) : max;
  }

  /** Where the slider stands. */
  DoubleProperty sliderProperty() {
    return slider;
  }

  /** What that means: the run's own value where the slider was not moved. */
  BigDecimal value() {
    double at = slider.get();
    if (at == declaration.value().doubleValue()) {
      return declaration.value();
    }
    return BigDecimal.valueOf(at)
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .max(declaration.min())
        .min(declaration.max());
  }

  /** The value of the run itself. */
  BigDecimal original() {
    return declaration.value();
  }

  boolean changed() {
    return value().compareTo(declaration.value()) != 0;
  }

  void reset() {
    slider.set(declaration.value().doubleValue());
  }

  /** {@code 2.0 → 2.5}, or the value alone; fractions as percentages. */
  String words() {
    return (changed() ? number(original()) + " → " + number(value()) : number(original()))
        + (fraction() ? " %" : "");
  }

  /** Whether a value of one is all of something. */
  private boolean fraction() {
    return unit().equals("share") || unit().equals("per 8 h");
  }

  private String number(BigDecimal value) {
    return Numbers.exact(fraction() ? value.movePointRight(2) : value);
  }

  /** {@code 5 to 84 bars}. */
  String range() {
    String in = fraction() ? "% " + unit().replace("share", "") : unit();
    return (number(rounded(low())) + " to " + number(rounded(high())) + " " + in).strip();
  }

  private BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
