package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/**
 * The program's services as commands use them. Each is built when first asked for, so that a
 * command which needs no store opens none.
 */
public interface Services extends AutoCloseable {
  /** The data directory. */
  Path home();

  /** The log file, named to people when something unexpected happens. */
  Path logFile();

  /** Writes an unexpected failure of a command to the log. */
  void logFailure(Throwable failure);

  MarketStore market();

  RunStore runs();

  BookmarkStore bookmarks();

  CsvImport imports();

  /** Market data looked through and changed by hand. */
  DataLibrary data();

  Strategies strategies();

  /** Makes, stores and verifies runs. */
  RunArchive archive();

  /** Opens stored runs for replay. */
  ReplayService replay();

  /** Begins sessions and lets them go on. */
  TradingService trading();

  /** The session that runs in this process. */
  RunningSession running();

  /** Plans runs over stored data. */
  BacktestService backtests();

  /** Ranks stored perpetuals by their funding. */
  FundingRanking fundingRanking();

  /** Screenings that were made in the window. */
  ScreeningStore screenings();

  Pictures pictures();

  /** Checks of the machine and the home, none of which throws. */
  List<Finding> examine();

  @Override
  void close();

  /** Opens services on a home. */
  @FunctionalInterface
  interface Factory {
    /**
     * @param home as given with {@code --home}; empty for the user's own
     */
    Services open(Optional<Path> home);

    /**
     * The directory that would be opened, which may be open in another process; empty where that
     * does not matter.
     *
     * @param home as given with {@code --home}; empty for the user's own
     */
    default Optional<Path> directory(Optional<Path> home) {
      return Optional.empty();
    }
  }
}
