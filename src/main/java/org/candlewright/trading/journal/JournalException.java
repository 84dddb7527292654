package org.candlewright.trading.journal;

/** The journal cannot be written: nothing may be done that it does not know of. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
