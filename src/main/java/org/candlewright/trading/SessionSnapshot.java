package org.candlewright.trading;

import java.util.Optional;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.risk.RiskHalt;

/**
 * A session as it stood at a moment; immutable.
 *
 * @param runId of the session
 * @param timeMillis engine time, epoch milliseconds
 * @param state empty before the first instant
 * @param halt why trading has ended; empty while it goes on
 * @param held whether no entries are made because data are late
 * @param trouble what keeps trading from going on; empty if nothing does
 * @param health of the cycles so far
 */
public record SessionSnapshot(
    String runId,
    long timeMillis,
    Optional<EngineState> state,
    Optional<RiskHalt> halt,
    boolean held,
    Optional<String> trouble,
    Health health) {

  /**
   * How the executor keeps up.
   *
   * @param inputs taken so far
   * @param instants worked so far
   * @param lastCycleNanos what the last instant took
   * @param longestCycleNanos what the slowest took
   * @param backlog inputs that wait
   */
  public record Health(
      long inputs, long instants, long lastCycleNanos, long longestCycleNanos, int backlog) {}
}
