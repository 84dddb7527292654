package org.candlewright.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.backtest.BacktestService;
import org.candlewright.export.RunArchive;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.DataLibrary;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.replay.ReplayService;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;
import org.candlewright.ui.builder.BuilderViewModel;
import org.candlewright.ui.explorer.ExplorerServices;
import org.candlewright.ui.shell.Workstation;
import org.candlewright.ui.work.BackgroundWork;

/** A home with the demo market in it, for tests of the window. */
public final class DemoHome implements AutoCloseable {
  private final Path folder;
  private final Store store;
  private final Strategies strategies = new Strategies(Indicators.standard());
  private final BacktestService backtests;
  private final RunArchive archive;

  private DemoHome(Path folder) {
    this.folder = folder;
    this.store = Store.open(folder);
    List<InstrumentData> demo = DemoMarket.generate(DemoMarket.SEED);
    store.change(
        batch -> {
          for (InstrumentData data : demo) {
            batch.putInstrument(data.instrument());
            batch.putBars(data.bars(), false, "demo (simulated)");
            if (!data.funding().isEmpty()) {
              batch.putFunding(data.instrument().id(), data.funding(), "demo (simulated)");
            }
          }
        });
    this.backtests = new BacktestService(store, strategies);
    this.archive = new RunArchive(backtests, store.runs());
  }

  public static DemoHome create() {
    try {
      return new DemoHome(Files.createTempDirectory("candlewright-window"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Store store() {
    return store;
  }

  public Strategies strategies() {
    return strategies;
  }

  public RunArchive archive() {
    return archive;
  }

  /** Background work that a test waits for, answering on the window's thread. */
  public BackgroundWork work(UiThread ui) {
    return new BackgroundWork(
        ui, Executors.newSingleThreadExecutor(DemoHome::daemon), System::nanoTime);
  }

  public BuilderViewModel.Services builder(BackgroundWork work) {
    return new BuilderViewModel.Services(
        store,
        store.runs(),
        strategies,
        backtests,
        archive,
        work,
        System::nanoTime,
        DemoHome::unexpected);
  }

  /** Ranks without market capitalisations. */
  public FundingRanking ranking() {
    return new FundingRanking(store, asset -> OptionalDouble.empty());
  }

  public DataLibrary data() {
    return new DataLibrary(store, new CsvImport(store));
  }

  public ExplorerServices explorer(BackgroundWork work, OpenBuilder builder) {
    return new ExplorerServices(
        store,
        ranking(),
        store.screenings(),
        data(),
        strategies,
        builder,
        work,
        System::currentTimeMillis,
        DemoHome::unexpected);
  }

  public Workstation.Services workstation() {
    return new Workstation.Services(
        store,
        store.runs(),
        ranking(),
        store.bookmarks(),
        store.screenings(),
        data(),
        strategies,
        backtests,
        archive,
        new ReplayService(backtests),
        new NoTrading(),
        folder,
        Executors.newFixedThreadPool(2, DemoHome::daemon),
        DemoHome::unexpected,
        () -> {});
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "test background");
    thread.setDaemon(true);
    return thread;
  }

  private static void unexpected(Throwable failure) {
    throw new AssertionError("nothing was to fail", failure);
  }

  @Override
  public void close() {
    store.close();
  }
}
