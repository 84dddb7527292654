package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.analytics.pairs.ScreeningStore;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.export.RunArchive;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.DataLibrary;
import org.candlewright.replay.BookmarkStore;
import org.candlewright.replay.ReplayService;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.TradingService;

/** Services that belong to somebody else: closing them does nothing. */
record BorrowedServices(Services owner) implements Services {
  @Override
  public Path home() {
    return owner.home();
  }

  @Override
  public Path logFile() {
    return owner.logFile();
  }

  @Override
  public void logFailure(Throwable failure) {
    owner.logFailure(failure);
  }

  @Override
  public MarketStore market() {
    return owner.market();
  }

  @Override
  public RunStore runs() {
    return owner.runs();
  }

  @Override
  public CsvImport imports() {
    return owner.imports();
  }

  @Override
  public DataLibrary data() {
    return owner.data();
  }

  @Override
  public Strategies strategies() {
    return owner.strategies();
  }

  @Override
  public RunArchive archive() {
    return owner.archive();
  }

  @Override
  public ReplayService replay() {
    return owner.replay();
  }

  @Override
  public TradingService trading() {
    return owner.trading();
  }

  @Override
  public RunningSession running() {
    return owner.running();
  }

  @Override
  public BacktestService backtests() {
    return owner.backtests();
  }

  @Override
  public ScreeningStore screenings() {
    return owner.screenings();
  }

  @Override
  public FundingRanking fundingRanking() {
    return owner.fundingRanking();
  }

  @Override
  public Pictures pictures() {
    return owner.pictures();
  }

  @Override
  public BookmarkStore bookmarks() {
    return owner.bookmarks();
  }

  @Override
  public List<Finding> examine() {
    return owner.examine();
  }

  @Override
  public void close() {}
}
