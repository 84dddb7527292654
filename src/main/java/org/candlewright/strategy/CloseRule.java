package org.candlewright.strategy;

/** Which entries an exit closes first where a position has several. */
public enum CloseRule {
  /** The oldest first. */
  FIFO,
  /** The latest first. */
  LIFO,
  /** All in proportion to what they hold, whole lots, the remainder to the last. */
  ALL
}
