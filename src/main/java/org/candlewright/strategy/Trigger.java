package org.candlewright.strategy;

/**
 * What may start a trade, with the rule that follows it: stop and target in percent of the close,
 * hours held at most, multiples of size and confidence.
 */
enum Trigger {
  PRICE_MOVE_UP("price_move_up", 1, true, 6, 12, 48, 1.0, 1.0),
  PRICE_MOVE_DOWN("price_move_down", 1, true, 10, 20, 24, 0.7, 1.0),
  VOLUME_SPIKE("volume_spike", 1, true, 8, 15, 72, 1.0, 1.0),
  BREAKOUT("breakout", 1, true, 6, 20, 120, 1.2, 1.0),
  REVERSAL("reversal", 1, true, 12, 25, 48, 0.8, 0.8),
  MOMENTUM_UP("momentum_up", 1, true, 8, 15, 72, 1.0, 1.0),
  MOMENTUM_DOWN("momentum_down", 1, true, 10, 18, 48, 0.85, 0.9),
  TREND_FOLLOW("trend_follow", 1, false, 8, 15, 72, 1.0, 1.0),
  MEAN_REVERSION("mean_reversion", 1, false, 12, 25, 48, 0.8, 1.0),
  FADE_SPIKE("fade_spike", 0, false, 10, 20, 24, 0.7, 1.0);

  private final String word;
  private final int side;
  private final boolean plain;
  private final double stopPercent;
  private final double targetPercent;
  private final int holdHours;
  private final double size;
  private final double confidence;

  Trigger(
      String word,
      int side,
      boolean plain,
      double stopPercent,
      double targetPercent,
      int holdHours,
      double size,
      double confidence) {
    this.word = word;
    this.side = side;
    this.plain = plain;
    this.stopPercent = stopPercent;
    this.targetPercent = targetPercent;
    this.holdHours = holdHours;
    this.size = size;
    this.confidence = confidence;
  }

  String word() {
    return word;
  }

  /** Whether it only buys; the other one trades against the bar that set it off. */
  boolean buys() {
    return side > 0;
  }

  /** Whether it trades where regimes do not choose among triggers. */
  boolean plain() {
    return plain;
  }

  double stopPercent() {
    return stopPercent;
  }

  double targetPercent() {
    return targetPercent;
  }

  int holdHours() {
    return holdHours;
  }

  double size() {
    return size;
  }

  /** What the confidence is multiplied by. */
  double confidence() {
    return confidence;
  }
}
