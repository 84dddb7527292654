package org.candlewright.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the user asked the running command to stop. Long work looks at it now and then. */
public final class Interruption {
  private final AtomicBoolean requested = new AtomicBoolean();

  public void request() {
    requested.set(true);
  }

  public boolean requested() {
    return requested.get();
  }
}
