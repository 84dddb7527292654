package org.candlewright.engine.order;

/** How an order comes to be filled. */
public enum OrderKind {
  /** At the next open, whatever the price. */
  MARKET,
  /** At its limit or better, resting until price trades through it. */
  LIMIT,
  /** A market order once price touches its trigger. */
  STOP,
  /** A limit order once price touches its trigger. */
  STOP_LIMIT,
  /** A stop whose trigger follows the best price at a distance. */
  TRAILING
}
