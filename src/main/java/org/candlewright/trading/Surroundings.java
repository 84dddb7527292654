package org.candlewright.trading;

import java.util.OptionalLong;

/** What an executor has to look at outside its queue; clocks and files belong to upper floors. */
public interface Surroundings {
  /** A clock that only goes forward, nanoseconds. */
  long nanos();

  /** The wall clock, epoch milliseconds; it may jump. */
  long wallMillis();

  /** The market's time as its feed has it, epoch milliseconds; empty where nothing is late. */
  OptionalLong marketMillis();

  /**
   * An instant has been worked; for those who measure.
   *
   * @param instantMillis engine time, epoch milliseconds
   */
  default void worked(long instantMillis) {}

  /** Whether the kill file is there. */
  boolean killed();
}
