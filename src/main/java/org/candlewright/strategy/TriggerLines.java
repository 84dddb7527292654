package org.candlewright.strategy;

import java.util.List;

/** Lines worth drawing beside triggers. */
final class TriggerLines {
  static final List<IndicatorLine> ALL =
      List.of(
          new IndicatorLine("EMA 21", true, Double.NaN, Double.NaN),
          new IndicatorLine("EMA 50", true, Double.NaN, Double.NaN),
          new IndicatorLine("High of 24 h", true, Double.NaN, Double.NaN),
          new IndicatorLine("Low of 7 days", true, Double.NaN, Double.NaN),
          new IndicatorLine("RSI 14", false, 30, 70),
          new IndicatorLine("ATR over its median", false, Double.NaN, 1));

  private TriggerLines() {}

  static double value(TriggerColumns columns, int line, int bar) {
    return switch (line) {
      case 0 -> columns.quickMean(bar);
      case 1 -> columns.slowMean(bar);
      case 2 -> columns.dayHigh(bar);
      case 3 -> columns.weekLow(bar);
      case 4 -> columns.rsi(bar);
      case 5 -> columns.atrRatio(bar);
      default -> throw new IllegalArgumentException("there is no line " + line);
    };
  }
}
