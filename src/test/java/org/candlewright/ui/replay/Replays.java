package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunStore;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.replay.RandomRuns;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.ReplayService;
import org.candlewright.strategy.Strategies;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;

/** View models and runs of random markets, everything at once on the calling thread. */
final class Replays {
  private Replays() {}

  static ReplayViewModel model() {
    return new ReplayViewModel(
        new ReplayService(
            new BacktestService(new EmptyStores.Market(), new Strategies(Indicators.standard()))),
        new EmptyStores.Runs(),
        UiThread.immediate(),
        new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0),
        Runnable::run,
        failure -> {
          throw new AssertionError(failure);
        });
  }

  static LoadedRun run(List<InstrumentData> data, boolean carry) {
    ReplayRun run = ReplayRun.open(RandomRuns.plan(data, carry), () -> false, share -> {});
    return new LoadedRun(
        new RunStore.Summary(
            "run", "random", "backtest", "ema-crossover", "x:AUSDT.P", 0, 1, BigDecimal.ZERO, 0),
        run,
        Optional.empty());
  }

  static LoadedRun run(long seed, boolean carry) {
    return run(RandomRuns.market(seed, carry), carry);
  }
}
