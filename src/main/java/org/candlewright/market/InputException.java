package org.candlewright.market;

/**
 * What a person gave us cannot be used: a file, an option, a strategy. Carries what is wrong and
 * what to do about it; the message is fit for showing as it is.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  /**
   * @param problem what is wrong, with its place first: {@code FILE:LINE: FIELD: problem}
   * @param remedy what to do, one sentence
   */
  public InputException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** What to do, one sentence without a full stop. */
  public String remedy() {
    return remedy;
  }

  /** Problem and remedy as one line: {@code problem. Remedy.} */
  public String line() {
    return getMessage() + ". " + remedy + (remedy.endsWith("?") ? "" : ".");
  }
}
