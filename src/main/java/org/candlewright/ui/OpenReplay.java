package org.candlewright.ui;

import java.util.Optional;

/** Opens a stored run in Replay with the playhead at a moment; the shell routes it. */
public interface OpenReplay {
  /**
   * @param timeMillis epoch milliseconds UTC
   * @param instrument the one to show; empty for Replay's own choice
   */
  void open(String runId, long timeMillis, Optional<String> instrument);
}
