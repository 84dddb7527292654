package org.candlewright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.analytics.pairs.ScreeningStore;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.cli.Finding;
import org.candlewright.cli.Pictures;
import org.candlewright.cli.RunningSession;
import org.candlewright.cli.Services;
import org.candlewright.export.RunArchive;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.DataLibrary;
import org.candlewright.indicator.Indicators;
import org.candlewright.replay.BookmarkStore;
import org.candlewright.replay.ReplayService;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.JournalledSessions;
import org.candlewright.trading.TradingService;

/**
 * The composition root: every part is built here by its constructor, when it is first asked for, so
 * that listing templates opens no store and a broken store does not keep doctor from looking.
 */
public final class Application implements Services {
  private final Home home;
  private final Function<Services, Pictures> painter;
  private final RunningSession running = new RunningSession();
  private Optional<LogFile> log = Optional.empty();
  private Optional<Store> store = Optional.empty();
  private Optional<Strategies> strategies = Optional.empty();

  /**
   * @param painter makes what draws the views; its classes load JavaFX, so it is called late
   */
  public Application(Home home, Function<Services, Pictures> painter) {
    this.home = home;
    this.painter = painter;
  }

  @Override
  public Path home() {
    return home.directory();
  }

  @Override
  public Path logFile() {
    return home.log();
  }

  @Override
  public void logFailure(Throwable failure) {
    log().failure(failure);
  }

  @Override
  public MarketStore market() {
    return store();
  }

  @Override
  public RunStore runs() {
    return store().runs();
  }

  @Override
  public BookmarkStore bookmarks() {
    return store().bookmarks();
  }

  @Override
  public CsvImport imports() {
    return new CsvImport(store());
  }

  @Override
  public DataLibrary data() {
    return new DataLibrary(store(), imports());
  }

  @Override
  public Strategies strategies() {
    if (strategies.isEmpty()) {
      strategies = Optional.of(new Strategies(Indicators.standard()));
    }
    return strategies.get();
  }

  @Override
  public RunArchive archive() {
    return new RunArchive(backtests(), runs());
  }

  @Override
  public ReplayService replay() {
    return new ReplayService(backtests());
  }

  @Override
  public BacktestService backtests() {
    return new BacktestService(
        market(), strategies(), new JournalledSessions(store().journals(), strategies()));
  }

  @Override
  public TradingService trading() {
    return new TradingService(store().journals(), backtests(), strategies());
  }

  @Override
  public RunningSession running() {
    return running;
  }

  @Override
  public FundingRanking fundingRanking() {
    return new FundingRanking(store(), asset -> OptionalDouble.empty());
  }

  @Override
  public ScreeningStore screenings() {
    return store().screenings();
  }

  @Override
  public Pictures pictures() {
    return painter.apply(this);
  }

  @Override
  public List<Finding> examine() {
    return new HealthChecks(home, this::market).all();
  }

  @Override
  public void close() {
    store.ifPresent(Store::close);
    store = Optional.empty();
  }

  private LogFile log() {
    if (log.isEmpty()) {
      log = Optional.of(LogFile.open(home));
    }
    return log.get();
  }

  private Store store() {
    if (store.isEmpty()) {
      // The store's libraries log from their first line on.
      log();
      store = Optional.of(HomeStore.open(home));
    }
    return store.get();
  }
}
