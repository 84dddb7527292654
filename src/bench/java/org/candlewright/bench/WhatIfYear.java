package org.candlewright.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.candlewright.backtest.RunStore;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.replay.Simulation;
import org.candlewright.replay.TradeChanges;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.replay.LoadedRun;

/**
 * A slider of the what-if dragged for three seconds over a year of minute bars: a move with every
 * pulse of the toolkit, each making the whole run again, drawn by the software renderer at
 * 1440×900. Counted is how often another simulation is shown.
 */
final class WhatIfYear implements Benchmark {
  private static final int MINUTES = 525_600;
  private static final double SECONDS = 3;
  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "what_if_year";
  }

  @Override
  public Figure measure() throws Exception {
    LoadedRun run =
        new LoadedRun(
            new RunStore.Summary(
                "run", "bench", "backtest", "ema-crossover", "", 0, 1, BigDecimal.ZERO, 0),
            ReplayRuns.open(ReplayRuns.run(MINUTES)),
            Optional.empty());
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.join();
    ReplayWindow window = DragFrame.onWindowThread(ReplayWindow::new);
    DragFrame.onWindowThread(
        () -> {
          window.show(run, run.rows() * 2 / 3);
          return window;
        });
    WindowWatch watch = new WindowWatch();
    double[] rates = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      if (round == 0) {
        watch.start();
      }
      int updates = DragFrame.onWindowThread(() -> window.dragSlider(SECONDS)).get();
      if (round >= 0) {
        rates[round] = updates / SECONDS;
      }
    }
    watch.stop();
    Platform.exit();
    Arrays.sort(rates);
    return Figures.of(name(), rates[ROUNDS / 2], "updates/s", Map.of(), note(run, watch));
  }

  private static String note(LoadedRun run, WindowWatch watch) {
    return String.format(
        Locale.ROOT,
        "%,d bars and %,d trades simulated again for each update, which takes %.0f ms of processor"
            + " time in the background. The window's thread was never"
            + " silent for longer than %.0f ms, of which it worked %.0f ms",
        run.rows(),
        run.run().trades().size(),
        processorMillis(run),
        watch.longestSilence() / 1e6,
        watch.longestWork() / 1e6);
  }

  /** What an update costs where nothing else wants the processor; the median of several. */
  private static double processorMillis(LoadedRun run) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    StrategyDefinition strategy = run.run().plan().request().strategy();
    double[] millis = new double[9];
    for (int i = 0; i < millis.length; i++) {
      long began = threads.getCurrentThreadCpuTime();
      Simulation made =
          Simulation.of(
              run.run(),
              strategy.withParameters(Map.of("fast", BigDecimal.valueOf(4 + i))),
              () -> false);
      made.extremes();
      TradeChanges.of(run.run().trades(), made.trades());
      made.seek(run.rows() / 2);
      millis[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }
}
