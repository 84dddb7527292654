package org.candlewright.ui.replay;

/** How much of the run is shown. */
public enum ReplayMode {
  /** Timeline and trade keys see the whole run; every other pane stops at the playhead. */
  REVIEW,

  /** Nothing after the playhead anywhere. */
  BLIND
}
