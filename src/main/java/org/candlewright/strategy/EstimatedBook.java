package org.candlewright.strategy;

/**
 * Spread and depth where only bars are known, from the turnover of 24 hours in quote: the spread is
 * that of the cost model's liquidity tier, the depth one percent of the turnover.
 */
final class EstimatedBook {
  private static final double DEPTH_SHARE = 0.01;

  private EstimatedBook() {}

  /** Bid to ask in basis points. */
  static double spreadBps(double turnover) {
    if (turnover > 5e9) {
      return 1;
    }
    if (turnover > 1e9) {
      return 2;
    }
    if (turnover > 1e8) {
      return 5;
    }
    return turnover > 1e7 ? 10 : 24;
  }

  /** Quote currency to be had near the price. */
  static double depth(double turnover) {
    return turnover * DEPTH_SHARE;
  }
}
