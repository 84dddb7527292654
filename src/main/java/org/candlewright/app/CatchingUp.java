package org.candlewright.app;

import java.util.OptionalLong;
import org.candlewright.trading.Surroundings;

/** Surroundings of a session that begins in the past: nothing is late before it has caught up. */
final class CatchingUp implements Surroundings {
  private final Surroundings surroundings;
  private final long until;
  private volatile boolean caughtUp;

  /**
   * @param until what it has to catch up with, epoch milliseconds
   */
  CatchingUp(Surroundings surroundings, long until) {
    this.surroundings = surroundings;
    this.until = until;
    this.caughtUp = until == Long.MIN_VALUE;
  }

  @Override
  public long nanos() {
    return surroundings.nanos();
  }

  @Override
  public long wallMillis() {
    return surroundings.wallMillis();
  }

  @Override
  public OptionalLong marketMillis() {
    return caughtUp ? surroundings.marketMillis() : OptionalLong.empty();
  }

  @Override
  public void worked(long instantMillis) {
    if (instantMillis >= until) {
      caughtUp = true;
    }
    surroundings.worked(instantMillis);
  }

  @Override
  public boolean killed() {
    return surroundings.killed();
  }
}
