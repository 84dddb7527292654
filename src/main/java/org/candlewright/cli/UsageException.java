package org.candlewright.cli;

import org.candlewright.market.InputException;

/** Arguments that cannot be understood, as opposed to data that cannot be used. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String line;

  UsageException(InputException wrong) {
    super(wrong);
    this.line = wrong.line();
  }

  /** Problem and remedy as one line. */
  String line() {
    return line;
  }
}
