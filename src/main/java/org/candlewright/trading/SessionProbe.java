package org.candlewright.trading;

/** Hears of the moments at which a crash must lose nothing. Does nothing but in tests. */
@FunctionalInterface
public interface SessionProbe {
  SessionProbe NONE = (moment, force) -> {};

  /** Moments in the life of an order. */
  enum Moment {
    /** Its intent is on disk, it has not been sent. */
    INTENT_WRITTEN,
    /** It has been sent; that it was is not on disk. */
    SENT,
    /** A fill has been reported and not been booked. */
    REPORTED
  }

  /**
   * A moment has come.
   *
   * @param force brings the journal so far to the disk
   */
  void at(Moment moment, Runnable force);
}
