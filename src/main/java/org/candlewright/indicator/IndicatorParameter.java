package org.candlewright.indicator;

/**
 * A parameter of an indicator: form, validation and documentation come from here.
 *
 * @param name name in strategy files
 * @param label name in forms
 * @param unit shown behind the value: {@code bars}, may be empty
 * @param integer whether only whole numbers are allowed
 */
public record IndicatorParameter(
    String name,
    String label,
    String unit,
    double min,
    double max,
    double byDefault,
    boolean integer) {

  /** Longer averages need more bars to settle than a century of days has. */
  public static final int MAX_BARS = 10_000;

  /** Whether a value may be given for it. */
  public boolean accepts(double value) {
    return value >= min && value <= max && (!integer || value == Math.rint(value));
  }
}
