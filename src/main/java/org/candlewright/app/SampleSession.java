package org.candlewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.feed.demo.DemoStore;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.positions.PaperTrading;

/**
 * A session on the demo market to show on pictures, caught up to the middle of a day some weeks on.
 * It lives in a folder of its own: whose home is drawn finds nothing new in it.
 */
final class SampleSession implements AutoCloseable {
  private static final long DAY = 86_400_000L;
  private static final long HISTORY = 60 * DAY;
  private static final long LENGTH = 12 * DAY + DAY * 3 / 4;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final String STRATEGY = "ema-crossover";

  private final Path folder;
  private final Application services;
  private final WindowSessions sessions;

  SampleSession() {
    try {
      this.folder = Files.createTempDirectory("candlewright-sample");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.services = new Application(new Home(folder), ViewPictures::new);
    this.sessions = new WindowSessions(services);
  }

  /** Lets it catch up and returns it while it waits for the next bar. */
  PaperTrading.Running run() {
    DemoStore market = new DemoStore(DemoMarket.SEED);
    List<InstrumentId> perpetuals =
        market.instruments().stream()
            .map(Instrument::id)
            .filter(id -> id.kind().isPerpetual())
            .toList();
    long from = market.period().fromMillis() + HISTORY;
    long until = from + LENGTH;
    PaperTrading.Running running =
        sessions.begin(
            new BacktestRequest(
                services.strategies().template(STRATEGY).orElseThrow(),
                perpetuals,
                Timeframe.parse("1h"),
                new Period(from, market.period().toMillis()),
                BigDecimal.valueOf(10_000),
                CostOptions.defaults(),
                RiskProfile.guarded(),
                false,
                "sample",
                EngineSetup.DEFAULT_BLOCK),
            1,
            until);
    while (running.snapshot().timeMillis() < until && !running.ended().isDone()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return running;
  }

  @Override
  public void close() {
    sessions.close();
    services.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
