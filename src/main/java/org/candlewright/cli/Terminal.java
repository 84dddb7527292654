package org.candlewright.cli;

import java.io.PrintWriter;

/**
 * Where a command talks to.
 *
 * @param out results
 * @param err progress, warnings, errors
 * @param interactive whether a person watches {@code err}; progress is shown only then
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
  /** Shows how far the work is, over the line shown before. */
  public void progress(String text) {
    if (interactive) {
      err.print("\r\u001b[K" + text);
      err.flush();
    }
  }

  /** Clears what {@link #progress} showed. */
  public void progressDone() {
    if (interactive) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  public void warn(String text) {
    err.println("warning: " + text);
  }
}
