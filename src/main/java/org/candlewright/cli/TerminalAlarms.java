package org.candlewright.cli;

import org.candlewright.trading.Alarms;

/** Says on the terminal what a session has to say. */
record TerminalAlarms(Terminal terminal) implements Alarms {
  @Override
  public void raise(String text) {
    terminal.warn(text);
  }

  @Override
  public void trouble(String text) {
    terminal.err().println("error: " + text);
  }

  @Override
  public void clear(String text) {
    terminal.err().println(text);
  }
}
