package org.candlewright.engine;

/** The user cancelled a run. */
public final class CancelledRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledRunException() {
    super("cancelled");
  }
}
