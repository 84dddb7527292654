package org.candlewright.strategy;

/** What a trigger saw: written by the trigger, so that nothing is allocated. */
final class TriggerSight {
  private int direction;
  private double strength;
  private double confidence;
  private double move;

  /**
   * Something was seen.
   *
   * @param newMove the move it was seen in, a fraction; its sign is the direction
   * @return true, for the trigger to return
   */
  boolean saw(double newMove, double newStrength, double newConfidence) {
    move = newMove;
    direction = newMove < 0 ? -1 : 1;
    strength = newStrength;
    confidence = newConfidence;
    return true;
  }

  /** 1 up, −1 down. */
  int direction() {
    return direction;
  }

  /** From 0 to 1. */
  double strength() {
    return strength;
  }

  /** From 0 to 1. */
  double confidence() {
    return confidence;
  }

  /** The move it was seen in, a signed fraction. */
  double move() {
    return move;
  }

  /** Strength × confidence: the strongest of an instrument counts. */
  double score() {
    return strength * confidence;
  }

  void copy(TriggerSight other) {
    direction = other.direction;
    strength = other.strength;
    confidence = other.confidence;
    move = other.move;
  }
}
