package org.candlewright.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candlewright.cli.Services;
import org.candlewright.ui.positions.PaperTrading;
import org.candlewright.ui.shell.Workstation;

/** What the window works with, from the program's parts. */
final class WorkstationServices {
  private static final int BACKGROUND_THREADS = 2;

  private WorkstationServices() {}

  static ExecutorService background() {
    return Executors.newFixedThreadPool(
        BACKGROUND_THREADS,
        task -> {
          Thread thread = new Thread(task, "background");
          thread.setDaemon(true);
          return thread;
        });
  }

  static Workstation.Services of(
      Services services, PaperTrading trading, ExecutorService background, Runnable openLog) {
    return new Workstation.Services(
        services.market(),
        services.runs(),
        services.fundingRanking(),
        services.bookmarks(),
        services.screenings(),
        services.data(),
        services.strategies(),
        services.backtests(),
        services.archive(),
        services.replay(),
        trading,
        services.home(),
        background,
        services::logFailure,
        openLog);
  }
}
