package org.candlewright.ui.chart;

/**
 * A mark on a time axis.
 *
 * @param major whether a longer unit begins here: a day among hours, a year among months
 */
public record TimeTick(long millis, String label, boolean major) {}
