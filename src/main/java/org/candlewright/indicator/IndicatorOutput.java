package org.candlewright.indicator;

/**
 * One column an indicator computes.
 *
 * @param name name in strategy files, behind the indicator's and a point: {@code macd.signal}
 * @param label name on charts
 */
public record IndicatorOutput(String name, String label, Plot plot) {
  /** How a chart draws it. */
  public enum Plot {
    LINE,
    HISTOGRAM,
    DOTS,
    /** Of use in rules only, such as a direction of +1 and −1. */
    HIDDEN
  }
}
