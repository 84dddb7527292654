package org.candlewright.analytics;

/** What a metric is an average, a ratio or an extreme of; its number is the sample size. */
public enum SampleKind {
  /** A fact about the run, not a statistic: it has no sample. */
  FACT,
  TRADES,
  WINS,
  LOSSES,
  /** Trades whose initial risk is known. */
  RISKED_TRADES,
  /** Whole UTC days with a return. */
  DAYS,
  /** UTC months, the first and the last of them whole or not. */
  MONTHS;

  private static final int FEW = 30;

  /** Sample size; 0 for facts. */
  long size(SideFigures figures) {
    return switch (this) {
      case FACT -> 0;
      case TRADES -> figures.trades().count();
      case WINS -> figures.trades().wins();
      case LOSSES -> figures.trades().losses();
      case RISKED_TRADES -> figures.trades().risked();
      case DAYS -> figures.run().days().returns().length;
      case MONTHS -> figures.monthly().length;
    };
  }

  /** Warning on a thin sample; empty if there is none. */
  String flag(SideFigures figures) {
    if (this == FACT) {
      return "";
    }
    if (figures.trades().count() < FEW) {
      return "under 30 trades";
    }
    return this == DAYS && size(figures) < FEW ? "under 30 days" : "";
  }
}
