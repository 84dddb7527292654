package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.IndicatorParameter;
import org.candlewright.indicator.PriceSource;

/** Documentation of an indicator from its declaration. */
public final class IndicatorText {
  private IndicatorText() {}

  /** {@code fast 12 (1 to 10000), slow 26 (1 to 10000)}: name, default and range. */
  public static String parameters(IndicatorKind kind) {
    return kind.parameters().stream()
        .map(IndicatorText::parameter)
        .collect(Collectors.joining(", "));
  }

  private static String parameter(IndicatorParameter each) {
    return each.name()
        + " "
        + plain(each.byDefault())
        + " ("
        + plain(each.min())
        + " to "
        + plain(each.max())
        + ")";
  }

  /** What it reads by default; whole bars where no source can be chosen. */
  public static String source(IndicatorKind kind) {
    return kind.source().map(PriceSource::word).orElse("whole bars");
  }

  /** Names of its outputs; the first is meant where none is named. */
  public static String outputs(IndicatorKind kind) {
    return kind.outputs().stream().map(IndicatorOutput::name).collect(Collectors.joining(", "));
  }

  private static String plain(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return (decimal.scale() < 0 ? decimal.setScale(0) : decimal).toPlainString();
  }
}
