package org.candlewright.ui;

/** Opens a stored run in Replay with the playhead at a moment; the shell routes it. */
public interface OpenReplay {
  /**
   * @param timeMillis epoch milliseconds UTC
   */
  void open(String runId, long timeMillis);
}
