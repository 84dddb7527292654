package org.candlewright.cli;

import java.time.Instant;
import org.candlewright.trading.SessionSnapshot;
import org.candlewright.trading.TradingExecutor;

/** Shows on a terminal how a session stands. */
final class SessionProgress {
  private SessionProgress() {}

  static void show(Terminal terminal, TradingExecutor executor) {
    if (!terminal.interactive()) {
      return;
    }
    SessionSnapshot now = executor.snapshot();
    terminal.progress(
        Instant.ofEpochMilli(now.timeMillis())
            + "  positions "
            + now.state().map(state -> state.positions().size()).orElse(0)
            + now.halt().map(halt -> "  closed: " + halt.code()).orElse("")
            + now.trouble().map(what -> "  " + what).orElse(""));
  }
}
