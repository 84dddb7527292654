package org.candlewright.strategy;

import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.IndicatorPane;

/**
 * A line for the chart.
 *
 * @param name short label, for example {@code EMA 9} or {@code MACD 12 26 9 signal}
 * @param group lines of one group share a pane and a legend entry, for example {@code MACD 12 26 9}
 * @param pane whether it shares the price axis, else the axis and guide levels of the group's pane
 * @param plot how it is drawn; hidden ones are not
 */
public record IndicatorLine(
    String name, String group, IndicatorPane pane, IndicatorOutput.Plot plot) {

  /** A line of a group of its own, its axis following its values. */
  public IndicatorLine(String name, boolean onPrice, double lowGuide, double highGuide) {
    this(
        name,
        name,
        new IndicatorPane(onPrice, Double.NaN, Double.NaN, lowGuide, highGuide),
        IndicatorOutput.Plot.LINE);
  }

  /** Whether it shares the price axis; otherwise its group gets a pane of its own. */
  public boolean onPrice() {
    return pane.onPrice();
  }

  /** Lower guide level of an own pane, NaN for none (30 for RSI). */
  public double lowGuide() {
    return pane.lowGuide();
  }

  /** Upper guide level of an own pane, NaN for none (70 for RSI). */
  public double highGuide() {
    return pane.highGuide();
  }

  /** Lower end of a fixed axis (0 for RSI), NaN where the values decide. */
  public double axisLow() {
    return pane.axisLow();
  }

  /** Upper end of a fixed axis (100 for RSI), NaN where the values decide. */
  public double axisHigh() {
    return pane.axisHigh();
  }
}
