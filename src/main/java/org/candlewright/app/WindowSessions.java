package org.candlewright.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunPlan;
import org.candlewright.cli.Services;
import org.candlewright.cli.SessionSurroundings;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.export.RunRecorder;
import org.candlewright.feed.BarFeed;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.feed.demo.DemoStore;
import org.candlewright.trading.Alarms;
import org.candlewright.trading.FeedTerms;
import org.candlewright.trading.PaperExchange;
import org.candlewright.trading.SessionProbe;
import org.candlewright.trading.SessionSnapshot;
import org.candlewright.trading.TradingExecutor;
import org.candlewright.trading.TradingService;
import org.candlewright.ui.positions.PaperTrading;
import org.candlewright.ui.positions.SessionWatch;

/** Sessions on paper that the window begins; they end with it and go on when it is asked to. */
final class WindowSessions implements PaperTrading, AutoCloseable {
  private static final int ID_BYTES = 8;

  private final Services services;
  private Optional<Session> latest = Optional.empty();

  WindowSessions(Services services) {
    this.services = services;
  }

  @Override
  public Running begin(BacktestRequest request, double speed) {
    return begin(request, speed, Long.MIN_VALUE);
  }

  /**
   * Begins a session that first catches up.
   *
   * @param quickUntil what ends by then comes as fast as can be, epoch milliseconds
   */
  synchronized Running begin(BacktestRequest request, double speed, long quickUntil) {
    boolean demo = request.instruments().stream().allMatch(id -> id.venue().equals("demo"));
    var data = plans(demo).load(request);
    FeedTerms terms = new FeedTerms(demo ? "demo" : "stored", Long.MAX_VALUE);
    BarFeed feed = new BarFeed(data, request.period(), terms.events(), speed, quickUntil);
    byte[] id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    Session session = new Session(feed, quickUntil);
    TradingExecutor executor =
        services
            .trading()
            .begin(
                request,
                data,
                terms,
                HexFormat.of().formatHex(id),
                session::watch,
                session.connections());
    session.recorder().ifPresent(watching -> services.archive().keepBegun(watching.plan()));
    return session.run(executor);
  }

  @Override
  public synchronized Running goOn(String runId, double speed) {
    TradingService.Opening opening = services.trading().opening(runId);
    boolean demo = opening.feed().source().equals("demo");
    BarFeed feed =
        new BarFeed(
            plans(demo).load(opening.request()),
            opening.request().period(),
            opening.feed().events(),
            speed);
    Session session = new Session(feed, Long.MIN_VALUE);
    return session.run(services.trading().goOn(runId, session::watch, session.connections()));
  }

  private BacktestService plans(boolean demo) {
    MarketStore market = demo ? new DemoStore(DemoMarket.SEED) : services.market();
    return new BacktestService(market, services.strategies());
  }

  /** Leaves what runs as it stands and waits until it is written. */
  @Override
  public void close() {
    Optional<Session> last;
    synchronized (this) {
      last = latest;
    }
    last.ifPresent(Session::close);
  }

  private final class Session implements Running {
    private final BarFeed feed;
    private final long quickUntil;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private Optional<RunRecorder> recorder = Optional.empty();
    private Optional<SessionWatch> watch = Optional.empty();
    private Optional<TradingExecutor> executor = Optional.empty();

    Session(BarFeed feed, long quickUntil) {
      this.feed = feed;
      this.quickUntil = quickUntil;
    }

    Optional<RunRecorder> recorder() {
      return recorder;
    }

    RunObserver watch(RunPlan plan) {
      RunRecorder records = new RunRecorder(plan);
      SessionWatch watching = new SessionWatch(records);
      recorder = Optional.of(records);
      watch = Optional.of(watching);
      return watching;
    }

    TradingExecutor.Connections connections() {
      return new TradingExecutor.Connections(
          new PaperExchange(),
          SessionProbe.NONE,
          new CatchingUp(new SessionSurroundings(feed, services.home()), quickUntil),
          new Saying());
    }

    /** A session is heard before its watch is there only while it is rebuilt. */
    private final class Saying implements Alarms {
      @Override
      public void raise(String text) {
        watch.ifPresent(each -> each.tell(text));
      }

      @Override
      public void trouble(String text) {
        raise(text);
      }

      @Override
      public void clear(String text) {
        raise(text);
      }
    }

    Session run(TradingExecutor begun) {
      try {
        services.running().begins(begun);
      } catch (RuntimeException e) {
        begun.close();
        throw e;
      }
      executor = Optional.of(begun);
      latest = Optional.of(this);
      begun
          .outcome()
          .whenComplete(
              (outcome, failure) -> {
                if (failure != null) {
                  ended.completeExceptionally(failure);
                } else {
                  // Not on the trading thread: it still has to end.
                  start("session end", () -> keep(begun, outcome));
                }
              });
      begun.start();
      start("feed", () -> play(begun));
      return this;
    }

    private static void start(String name, Runnable task) {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.start();
    }

    private void play(TradingExecutor to) {
      try {
        feed.play(to.resumesAfter(), to::submit);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void keep(TradingExecutor done, TradingExecutor.Outcome outcome) {
      try {
        done.close();
        if (outcome.failure().isPresent()) {
          ended.completeExceptionally(outcome.failure().get());
          return;
        }
        outcome
            .result()
            .ifPresent(result -> services.archive().keep(result, recorder.orElseThrow()));
        ended.complete(
            outcome.finished()
                ? "The feed has ended; the session is complete."
                : "Left as it stands; it can go on from its journal.");
      } catch (RuntimeException e) {
        ended.completeExceptionally(e);
      }
    }

    void close() {
      leave();
      ended.handle((how, failure) -> how).join();
    }

    @Override
    public RunPlan plan() {
      return recorder.orElseThrow().plan();
    }

    @Override
    public SessionSnapshot snapshot() {
      return executor.orElseThrow().snapshot();
    }

    @Override
    public SessionWatch watch() {
      return watch.orElseThrow();
    }

    @Override
    public void command(Kind kind, int first, int end) {
      TradingExecutor to = executor.orElseThrow();
      // The queue may be full at full speed; waiting for it is not for the caller.
      start("command", () -> to.command(kind, first, end));
    }

    @Override
    public void leave() {
      TradingExecutor to = executor.orElseThrow();
      start("command", to::leave);
    }

    @Override
    public CompletableFuture<String> ended() {
      return ended;
    }
  }
}
