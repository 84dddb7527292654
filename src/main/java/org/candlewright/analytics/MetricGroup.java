package org.candlewright.analytics;

/** Groups of metrics: those of TradingView's report, and our statistics behind them. */
public enum MetricGroup {
  RETURNS("Returns"),
  BENCHMARK("Benchmark"),
  RISK_ADJUSTED("Risk-adjusted"),
  TRADES("Trades analysis"),
  CAPITAL("Capital usage"),
  MARGIN("Margin"),
  RUN_UPS("Run-ups"),
  DRAWDOWNS("Drawdowns"),
  STATISTICS("Statistics");

  private final String title;

  MetricGroup(String title) {
    this.title = title;
  }

  /** Heading as people read it. */
  public String title() {
    return title;
  }
}
