package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.RunStore;
import org.candlewright.export.RunArchive;
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
    return models(new HashMap<>()).playhead();
  }

  static ReplayViewModel model(List<InstrumentData> market) {
    return models(new HashMap<>(), new EmptyStores.Runs(), new EmptyStores.Holding(market))
        .playhead();
  }

  /**
   * @param files gets what is exported, by file name
   */
  static ReplayModels models(Map<String, byte[]> files) {
    return models(files, new EmptyStores.Runs());
  }

  static ReplayModels models(Map<String, byte[]> files, RunStore runs) {
    return models(files, runs, new EmptyStores.Market());
  }

  static ReplayModels models(Map<String, byte[]> files, RunStore runs, MarketStore market) {
    BacktestService backtests = new BacktestService(market, new Strategies(Indicators.standard()));
    return ReplayModels.of(
        new ReplayModels.Services(
            new ReplayService(backtests),
            runs,
            new EmptyStores.Bookmarks(),
            new RunArchive(backtests, runs),
            (name, content) -> files.put(name, content.get()),
            UiThread.immediate(),
            new BackgroundWork(UiThread.immediate(), Runnable::run, () -> 0),
            Runnable::run,
            failure -> {
              throw new AssertionError(failure);
            }));
  }

  static LoadedRun run(List<InstrumentData> data, boolean carry) {
    return run(RandomRuns.plan(data, carry));
  }

  static LoadedRun run(RunPlan plan) {
    ReplayRun run = ReplayRun.open(plan, () -> false, share -> {});
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
