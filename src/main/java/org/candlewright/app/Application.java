package org.candlewright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.cli.Finding;
import org.candlewright.cli.MarketImport;
import org.candlewright.cli.Pictures;
import org.candlewright.cli.Services;
import org.candlewright.export.RunArchive;
import org.candlewright.indicator.Indicators;
import org.candlewright.strategy.Strategies;

/**
 * The composition root: every part is built here by its constructor, when it is first asked for, so
 * that listing templates opens no store and a broken store does not keep doctor from looking.
 */
public final class Application implements Services {
  private final Home home;
  private final Function<Home, Storage> opener;
  private final Function<Services, Pictures> painter;
  private Optional<LogFile> log = Optional.empty();
  private Optional<Storage> storage = Optional.empty();
  private Optional<Strategies> strategies = Optional.empty();

  /**
   * @param opener opens the store of a home
   * @param painter makes what draws the views; its classes load JavaFX, so it is called late
   */
  public Application(
      Home home, Function<Home, Storage> opener, Function<Services, Pictures> painter) {
    this.home = home;
    this.opener = opener;
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
    return storage().market();
  }

  @Override
  public RunStore runs() {
    return storage().runs();
  }

  @Override
  public MarketImport imports() {
    return storage().imports();
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
    return new RunArchive(new BacktestService(market(), strategies()), runs());
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
    storage.ifPresent(Storage::close);
    storage = Optional.empty();
  }

  private LogFile log() {
    if (log.isEmpty()) {
      log = Optional.of(LogFile.open(home));
    }
    return log.get();
  }

  private Storage storage() {
    if (storage.isEmpty()) {
      // The store's libraries log from their first line on.
      log();
      storage = Optional.of(opener.apply(home));
    }
    return storage.get();
  }
}
