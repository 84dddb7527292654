package org.candlewright.trading;

/** Where a session says what a person should know. Called on the executor's thread. */
public interface Alarms {
  /** Something happened; trading goes on. */
  void raise(String text);

  /** Something keeps trading from going on until {@link #clear}. */
  void trouble(String text);

  /** The trouble is over. */
  void clear(String text);
}
