package org.candlewright.ui.replay;

/**
 * How fast and which way the playhead moves by itself. Speed is in bars a second; what is left of a
 * bar is carried over to the next frame.
 */
final class Playback {
  static final double SLOWEST = 1;
  static final double FASTEST = 10_000;
  private static final double LONGEST_FRAME = 0.25;

  private double carried;

  /**
   * Bars to move after some time.
   *
   * @param seconds since the last call; a long pause counts as a quarter of a second
   * @param direction 1 forward, -1 back
   */
  int bars(double seconds, double speed, int direction) {
    carried += Math.min(seconds, LONGEST_FRAME) * Math.clamp(speed, SLOWEST, FASTEST);
    int whole = (int) carried;
    carried -= whole;
    return direction * whole;
  }

  void reset() {
    carried = 0;
  }
}
