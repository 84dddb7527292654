package org.candlewright.analytics;

/** Whose definition a metric follows. */
public enum MetricSource {
  OURS("Candlewright"),
  TRADINGVIEW("TradingView, as documented"),
  TRADINGVIEW_MEASURED("TradingView, as measured against its exported reports"),
  TRADINGVIEW_UNKNOWN("ours: TradingView's formula is not known");

  private final String text;

  MetricSource(String text) {
    this.text = text;
  }

  /** One phrase that names the source. */
  @Override
  public String toString() {
    return text;
  }
}
