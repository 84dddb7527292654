package org.candlewright.indicator;

/**
 * Where an indicator is drawn.
 *
 * @param onPrice whether its values are prices and share the price axis; otherwise all its outputs
 *     share a pane of their own
 * @param axisLow lower end of a fixed axis, NaN where the values decide
 * @param axisHigh upper end of a fixed axis, NaN where the values decide
 * @param lowGuide lower guide level, NaN for none
 * @param highGuide upper guide level, NaN for none
 */
public record IndicatorPane(
    boolean onPrice, double axisLow, double axisHigh, double lowGuide, double highGuide) {

  /** On the price axis. */
  public static final IndicatorPane PRICE =
      new IndicatorPane(true, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** A pane whose axis follows the values. */
  public static final IndicatorPane OWN =
      new IndicatorPane(false, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** A pane with a fixed axis. */
  public static IndicatorPane fixed(double low, double high) {
    return new IndicatorPane(false, low, high, Double.NaN, Double.NaN);
  }

  /** The same with two guide levels. */
  public IndicatorPane guides(double low, double high) {
    return new IndicatorPane(onPrice, axisLow, axisHigh, low, high);
  }
}
