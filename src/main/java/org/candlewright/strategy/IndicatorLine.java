package org.candlewright.strategy;

/**
 * A line for the chart.
 *
 * @param name short label, for example {@code EMA 9}
 * @param onPrice whether it shares the price axis; otherwise it gets a pane of its own
 * @param lowGuide lower guide level of an own pane, NaN for none (30 for RSI)
 * @param highGuide upper guide level of an own pane, NaN for none (70 for RSI)
 */
public record IndicatorLine(String name, boolean onPrice, double lowGuide, double highGuide) {}
