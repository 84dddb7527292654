package org.candlewright.app;

import java.util.concurrent.atomic.AtomicBoolean;
import org.candlewright.cli.Interruption;

/**
 * Turns the interrupt key (and a polite kill) into an orderly end: the running command is asked to
 * stop and given time to leave nothing half done; the JVM then ends with 128 + signal, which is 130
 * for an interrupt.
 */
final class InterruptSignal {
  private static final long PATIENCE_MILLIS = 10_000;

  private final AtomicBoolean finished = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();

  private InterruptSignal() {}

  /** Listens for the calling thread, which runs the command. */
  static InterruptSignal listen(Interruption interruption) {
    InterruptSignal signal = new InterruptSignal();
    Thread command = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> signal.stop(interruption, command), "interrupt"));
    return signal;
  }

  private void stop(Interruption interruption, Thread command) {
    if (finished.get()) {
      return;
    }
    stopping.set(true);
    interruption.request();
    try {
      command.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the program with the code, unless a signal is ending it already. */
  void exit(int code) {
    finished.set(true);
    if (!stopping.get()) {
      System.exit(code);
    }
  }
}
