package org.candlewright.cli;

/** Work ended because the user interrupted it; nothing of it was stored. */
public final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InterruptedRunException() {
    super("interrupted");
  }
}
