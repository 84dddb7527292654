package org.candlewright.cli;

import java.util.Optional;
import org.candlewright.market.InputException;
import org.candlewright.trading.TradingExecutor;

/** The session that runs in this process, for commands that come from others. */
public final class RunningSession {
  private volatile Optional<TradingExecutor> current = Optional.empty();

  /** The session, if one runs. */
  public Optional<TradingExecutor> current() {
    return current.filter(executor -> !executor.outcome().isDone());
  }

  /**
   * Takes note of a session that begins.
   *
   * @throws InputException if another one runs
   */
  public synchronized void begins(TradingExecutor executor) {
    current()
        .ifPresent(
            other -> {
              throw new InputException(
                  "a session runs on this home already (" + other.snapshot().runId() + ")",
                  "Wait for its end, interrupt it, or use another home with --home");
            });
    current = Optional.of(executor);
  }
}
