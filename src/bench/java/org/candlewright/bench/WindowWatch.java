package org.candlewright.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Asks the window's thread again and again to answer. No task of it can be longer than the longest
 * silence; on a busy machine part of a silence is waiting for a processor, which the time the
 * thread worked leaves out.
 */
final class WindowWatch {
  private static final long PAUSE_MICROS = 500;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread asker = new Thread(this::ask, "window-watch");
  private volatile boolean running = true;
  private volatile long longestSilence;
  private volatile long longestWork;
  private long worked = -1;

  void start() {
    asker.setDaemon(true);
    asker.start();
  }

  private void ask() {
    try {
      while (running) {
        long asked = System.nanoTime();
        CountDownLatch answered = new CountDownLatch(1);
        Platform.runLater(
            () -> {
              answer(asked);
              answered.countDown();
            });
        answered.await();
        TimeUnit.MICROSECONDS.sleep(PAUSE_MICROS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(long asked) {
    longestSilence = Math.max(longestSilence, System.nanoTime() - asked);
    long now = threads.getCurrentThreadCpuTime();
    if (worked >= 0) {
      longestWork = Math.max(longestWork, now - worked);
    }
    worked = now;
  }

  void stop() throws InterruptedException {
    running = false;
    asker.join();
  }

  /** Nanoseconds from a question to its answer. */
  long longestSilence() {
    return longestSilence;
  }

  /** Processor time of the window's thread between two answers, nanoseconds. */
  long longestWork() {
    return longestWork;
  }
}
