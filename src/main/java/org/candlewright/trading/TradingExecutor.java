package org.candlewright.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.engine.SessionScript.Command;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.trading.journal.JournalException;
import org.candlewright.trading.journal.JournalWriter;
import org.candlewright.trading.journal.RecordKind;

/**
 * One thread, one queue: all state of a session belongs to this thread, and everything reaches it
 * as an entry of the queue. Others read immutable snapshots, made when somebody has asked for one.
 */
public final class TradingExecutor implements AutoCloseable {
  private static final int QUEUE = 1 << 14;
  private static final int BATCH = 1_024;

  /** How often the kill file and the age of data are looked at. */
  private static final long WATCH_MILLIS = 250;

  /** A clock that is off by more has jumped. */
  private static final long JUMP_MILLIS = 5_000;

  private static final long NANOS = 1_000_000L;

  private sealed interface Task {
    record Input(MarketInput input) implements Task {}

    record Order(Kind kind, int first, int end, CompletableFuture<Long> done) implements Task {}

    record Leave() implements Task {}
  }

  /**
   * How a session ended.
   *
   * @param finished whether its feed did, else it was left and can go on
   * @param result what has come of it; empty if it had not begun
   * @param failure what broke it; empty if nothing did
   */
  public record Outcome(
      boolean finished, Optional<BacktestResult> result, Optional<Throwable> failure) {}

  private final SessionDriver driver;
  private final JournalWriter journal;
  private final Surroundings surroundings;
  private final Listening alarms;
  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE);
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final AtomicBoolean leaving = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final Thread thread;
  private final long frame;
  private final int owed;
  private final long skipped;
  private final int instruments;
  private volatile SessionSnapshot snapshot;

  private boolean held;
  private long lastWatch;
  private long lastWall;
  private long inputs;
  private long instants;
  private long lastCycle;
  private long longestCycle;

  /** Passes alarms on, and keeps what stands in the way. */
  private static final class Listening implements Alarms {
    private final Alarms listener;
    private Optional<String> trouble = Optional.empty();

    Listening(Alarms listener) {
      this.listener = listener;
    }

    @Override
    public void raise(String text) {
      listener.raise(text);
    }

    @Override
    public void trouble(String text) {
      trouble = Optional.of(text);
      listener.trouble(text);
    }

    @Override
    public void clear(String text) {
      trouble = Optional.empty();
      listener.clear(text);
    }
  }

  /**
   * What a session is connected to.
   *
   * @param alarms hears what a person should know
   */
  public record Connections(
      ExchangePort exchange, SessionProbe probe, Surroundings surroundings, Alarms alarms) {}

  /** Takes over a session as it was rebuilt or begun; {@link #start} sets it going. */
  TradingExecutor(
      SessionRecovery.Rebuilt rebuilt,
      SessionRecovery.Relay relay,
      JournalWriter journal,
      Connections connections,
      boolean again) {
    this.journal = journal;
    this.surroundings = connections.surroundings();
    this.alarms = new Listening(connections.alarms());
    this.driver =
        new SessionDriver(
            journal,
            connections.exchange(),
            connections.probe(),
            leaving::get,
            alarms,
            rebuilt.keeping());
    this.frame = rebuilt.session().plan().request().timeframe().millis();
    this.instruments = rebuilt.session().plan().setup().instruments().size();
    driver.drive(rebuilt.session(), again);
    relay.to(driver);
    this.owed = rebuilt.owed().size();
    this.skipped = rebuilt.keeping().last();
    this.snapshot = snapshotNow();
    this.thread = new Thread(() -> run(rebuilt, again), "trading");
    thread.setDaemon(true);
  }

  /** Sets it going: first whatever is still owed, then the queue. */
  public void start() {
    thread.start();
  }

  /** Hands over an input; waits while the queue is full. False once the session is over. */
  public boolean submit(MarketInput input) throws InterruptedException {
    Task task = new Task.Input(input);
    while (!outcome.isDone()) {
      if (queue.offer(task, WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives a command for all instruments.
   *
   * @return when it was done, engine time in epoch milliseconds
   */
  public CompletableFuture<Long> command(Kind kind) {
    return command(kind, 0, instruments);
  }

  /**
   * Gives a command for some instruments.
   *
   * @param first of them
   * @param end one past the last
   */
  public CompletableFuture<Long> command(Kind kind, int first, int end) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    outcome.whenComplete(
        (over, failure) ->
            done.completeExceptionally(new IllegalStateException("the session is over")));
    put(new Task.Order(kind, first, end, done));
    return done;
  }

  /** Leaves the session as it stands; it can go on from its journal. */
  public void leave() {
    leaving.set(true);
    put(new Task.Leave());
  }

  private void put(Task task) {
    try {
      while (!outcome.isDone() && !queue.offer(task, WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last instant worked when the session was taken over; the feed goes on behind it. */
  public long resumesAfter() {
    return driver.session().market().instant();
  }

  /** Records that followed from the last input and were not in the journal any more. */
  int owedRecords() {
    return owed;
  }

  /** How many records of the journal were not worked again, because their state was kept. */
  public long skipped() {
    return skipped;
  }

  /** How it ended, once it has. */
  public CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  /** The session as it last showed itself; asking makes it show itself anew soon. */
  public SessionSnapshot snapshot() {
    wanted.set(true);
    return snapshot;
  }

  private void run(SessionRecovery.Rebuilt rebuilt, boolean again) {
    try {
      lastWatch = surroundings.nanos();
      lastWall = surroundings.wallMillis();
      if (again) {
        goOn(rebuilt);
      }
      List<Task> batch = new ArrayList<>(BATCH);
      while (!driver.session().finished() && !leaving.get()) {
        Task first = queue.poll(WATCH_MILLIS, TimeUnit.MILLISECONDS);
        watch();
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          work(batch);
        }
        show();
      }
      end();
    } catch (JournalException e) {
      fail(leaving.get() ? Optional.empty() : Optional.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(Optional.of(e));
    } catch (RuntimeException | Error e) {
      fail(Optional.of(e));
    }
  }

  private void goOn(SessionRecovery.Rebuilt rebuilt) {
    for (SessionRecovery.Owed owed : rebuilt.owed()) {
      if (owed.toSend().isPresent()) {
        driver.sendIfUnknown(owed.toSend().get());
      } else {
        driver.record(owed.kind(), owed.timeMillis(), owed.body());
      }
    }
    driver.note(
        RecordKind.RECOVERED,
        rebuilt
            .found()
            .damage()
            .orElse("Read up to record " + rebuilt.found().lastSequence() + "."));
    rebuilt.found().damage().ifPresent(alarms::raise);
    driver.force();
  }

  private void work(List<Task> batch) {
    for (Task task : batch) {
      if (leaving.get() || driver.session().finished()) {
        break;
      }
      switch (task) {
        case Task.Input input -> take(input.input());
        case Task.Order order -> obey(order);
        case Task.Leave ignored -> leaving.set(true);
      }
    }
    batch.clear();
  }

  private void take(MarketInput input) {
    inputs++;
    if (!(input instanceof MarketInput.Instant instant)) {
      driver.market(input);
      return;
    }
    long began = surroundings.nanos();
    if (began - lastWatch > WATCH_MILLIS * NANOS) {
      watch();
    }
    age(instant.time());
    driver.market(input);
    instants++;
    lastCycle = surroundings.nanos() - began;
    longestCycle = Math.max(longestCycle, lastCycle);
    surroundings.worked(instant.time());
    show();
  }

  private void obey(Task.Order order) {
    long now = driver.session().now();
    driver.command(new Command(now, order.kind(), order.first(), order.end()));
    driver.force();
    order.done().complete(now);
  }

  /** Looks at what does not come through the queue. */
  private void watch() {
    long nanos = surroundings.nanos();
    long wall = surroundings.wallMillis();
    long jump = (wall - lastWall) - (nanos - lastWatch) / NANOS;
    lastWatch = nanos;
    lastWall = wall;
    if (Math.abs(jump) > JUMP_MILLIS) {
      alarms.raise(
          "The clock jumped by "
              + jump / 1_000
              + " s. Trading goes by the time of its data and is not affected.");
    }
    boolean locked =
        driver.session().halt().filter(halt -> halt.code().equals("kill_switch")).isPresent();
    if (surroundings.killed() && !locked) {
      driver.command(new Command(driver.session().now(), Kind.KILL, 0, instruments));
      alarms.raise("The kill file is there: trading is closed and locked.");
    }
    if (instants > 0) {
      age(driver.session().now() + frame);
    }
  }

  /** Lets nothing in while data are older than two bars, and says so. */
  private void age(long time) {
    OptionalLong market = surroundings.marketMillis();
    boolean late = market.isPresent() && market.getAsLong() - time > 2 * frame;
    if (late == held) {
      return;
    }
    held = late;
    driver.command(
        new Command(driver.session().now(), late ? Kind.HOLD : Kind.RELEASE, 0, instruments));
    alarms.raise(
        late
            ? "The feed is "
                + (market.getAsLong() - time) / 1_000
                + " s behind: no new entries until it has caught up."
            : "The feed has caught up: entries are allowed again.");
  }

  private void show() {
    if (wanted.getAndSet(false)) {
      snapshot = snapshotNow();
    }
  }

  private SessionSnapshot snapshotNow() {
    Session session = driver.session();
    return new SessionSnapshot(
        session.plan().runId(),
        session.now(),
        session.state(),
        session.halt(),
        held,
        alarms.trouble,
        new SessionSnapshot.Health(inputs, instants, lastCycle, longestCycle, queue.size()),
        session.recent());
  }

  private void end() {
    boolean finished = driver.session().finished();
    driver.session().suspend();
    driver.force();
    snapshot = snapshotNow();
    outcome.complete(new Outcome(finished, driver.session().result(), Optional.empty()));
  }

  private void fail(Optional<Throwable> failure) {
    outcome.complete(new Outcome(false, Optional.empty(), failure));
  }

  /** Leaves the session if it is not over, and closes its journal. */
  @Override
  public void close() {
    if (thread.isAlive()) {
      leave();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    journal.close();
  }
}
