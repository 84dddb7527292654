package org.candlewright.trading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.SessionScript;
import org.candlewright.engine.SessionScript.Ending;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.JournalReader;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.JournalStore;
import org.candlewright.trading.journal.KeptState;
import org.candlewright.trading.journal.RecordKind;

/**
 * Rebuilds a session from its journal. Every input is worked again; what follows must be what the
 * journal says followed, record by record. What the journal does not have any more, because the
 * session ended in between, is still owed.
 */
final class SessionRecovery implements SessionRecords.Sink {
  /** A record that follows from the last input and is not in the journal. */
  record Owed(RecordKind kind, long timeMillis, byte[] body, Optional<OrderIntent> toSend) {}

  /**
   * A session as the journal left it.
   *
   * @param owed what has to be done and written before it goes on, in order
   */
  record Rebuilt(Session session, List<Owed> owed, JournalReader.Found found, Keeping keeping) {}

  /**
   * How a session's state is kept.
   *
   * @param every after how many records
   * @param last sequence of the last record that the state kept last follows from
   */
  record Keeping(long every, long last) {}

  /** Where a session is rebuilt from. */
  record Source(JournalStore store, String run, BacktestService backtests, Strategies strategies) {}

  /** State that spares working the inputs up to a record. */
  private record Start(long sequence, long[] words) {}

  private static final System.Logger LOG = System.getLogger(SessionRecovery.class.getName());

  private final Deque<Owed> expected = new ArrayDeque<>();
  private final Relay relay;
  private final Session session;
  private final Optional<Start> start;
  private int history;
  private boolean begunFromKept;

  /** Lets the session's records go here first, and to the journal once it goes on. */
  static final class Relay implements SessionRecords.Sink {
    private Optional<SessionRecords.Sink> to = Optional.empty();

    void to(SessionRecords.Sink sink) {
      to = Optional.of(sink);
    }

    @Override
    public void record(RecordKind kind, long timeMillis, byte[] body) {
      to.orElseThrow().record(kind, timeMillis, body);
    }
  }

  private SessionRecovery(
      SessionHeader header,
      Source source,
      Optional<Start> start,
      Function<RunPlan, RunObserver> watcher,
      Relay relay) {
    this.start = start;
    SessionMarket market =
        new SessionMarket(header.series(), JournalScan.capacity(header, source.strategies()));
    RunPlan plan =
        source
            .backtests()
            .session(header.document(), market.data(), SessionScript.ending(Ending.GROWS));
    this.relay = relay;
    this.relay.to(this);
    this.session = new Session(plan, market, watcher.apply(plan), relay);
    this.history = header.history();
  }

  /**
   * Rebuilds a session; a damaged tail of its journal is dropped.
   *
   * @param kept state to begin with; the whole journal is worked where it cannot be used
   * @param every after how many records its state is to be kept
   */
  static Rebuilt rebuild(
      Source source,
      Optional<KeptState> kept,
      Function<RunPlan, RunObserver> watcher,
      Relay relay,
      long every) {
    Optional<Start> start =
        kept.flatMap(
            state ->
                state
                    .words(BacktestService.PROGRAM_VERSION)
                    .map(words -> new Start(state.sequence(), words)));
    return start
        .flatMap(from -> fromKept(source, from, watcher, relay, every))
        .orElseGet(() -> rebuilt(source, Optional.empty(), watcher, relay, every));
  }

  private static Optional<Rebuilt> fromKept(
      Source source, Start start, Function<RunPlan, RunObserver> watcher, Relay relay, long every) {
    try {
      Rebuilt rebuilt = rebuilt(source, Optional.of(start), watcher, relay, every);
      return rebuilt.found().lastSequence() < start.sequence()
          ? Optional.empty()
          : Optional.of(rebuilt);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the kept state of run " + source.run() + " is of no use; its journal is worked whole",
          e);
      return Optional.empty();
    }
  }

  private static Rebuilt rebuilt(
      Source source,
      Optional<Start> start,
      Function<RunPlan, RunObserver> watcher,
      Relay relay,
      long every) {
    List<SessionRecovery> made = new ArrayList<>();
    JournalReader.Found found =
        JournalScan.readAndMend(
            source.store(), source.run(), opening(source, start, watcher, relay, made));
    SessionRecovery recovery = made.getFirst();
    if (recovery.history > 0) {
      throw new InputException(
          "run " + source.run() + ": it ended before it had begun", "Start a new session");
    }
    return new Rebuilt(
        recovery.session,
        List.copyOf(recovery.expected),
        found,
        new Keeping(every, recovery.begunFromKept ? start.orElseThrow().sequence() : 0));
  }

  /** The same for those who only want to know whether the journal is right. */
  static void rebuildOnly(Source source) {
    JournalScan.read(
        source.store(),
        source.run(),
        opening(
            source, Optional.empty(), plan -> RunObserver.NONE, new Relay(), new ArrayList<>()));
  }

  private static JournalScan.Opening opening(
      Source source,
      Optional<Start> start,
      Function<RunPlan, RunObserver> watcher,
      Relay relay,
      List<SessionRecovery> made) {
    return header -> {
      SessionRecovery recovery = new SessionRecovery(header, source, start, watcher, relay);
      made.add(recovery);
      return recovery::take;
    };
  }

  @Override
  public void record(RecordKind kind, long timeMillis, byte[] body) {
    expected.add(new Owed(kind, timeMillis, body, Optional.empty()));
  }

  private void take(JournalRecord record) {
    if (start.isPresent() && record.sequence() <= start.get().sequence()) {
      learn(record, start.get());
    } else if (record.kind() == RecordKind.COMMAND) {
      nothingExpected(record);
      sends(session.obey(InputCodec.command(record)));
    } else if (record.kind().input()) {
      nothingExpected(record);
      history--;
      sends(session.take(InputCodec.read(record)));
    } else if (!note(record.kind())) {
      compare(record);
    }
  }

  /** Takes an input whose consequences are in the kept state. */
  private void learn(JournalRecord record, Start kept) {
    if (record.kind() == RecordKind.COMMAND) {
      session.learn(InputCodec.command(record));
    } else if (record.kind().input()) {
      history--;
      session.market().take(InputCodec.read(record));
    }
    if (record.sequence() == kept.sequence()) {
      session.goOn(kept.words());
      begunFromKept = true;
    }
  }

  private void sends(List<OrderIntent> intents) {
    for (OrderIntent intent : intents) {
      expected.add(
          new Owed(
              RecordKind.ORDER_SENT,
              intent.timeMillis(),
              SessionDriver.sent(intent),
              Optional.of(intent)));
    }
  }

  /** Whether a record tells of the program's life rather than of what follows from inputs. */
  static boolean note(RecordKind kind) {
    return kind == RecordKind.RECOVERED
        || kind == RecordKind.ALERT
        || kind == RecordKind.REFUSED_INPUT;
  }

  private void nothingExpected(JournalRecord record) {
    if (!expected.isEmpty()) {
      throw disagrees(record, expected.getFirst().kind().toString());
    }
  }

  private void compare(JournalRecord record) {
    Owed next = expected.poll();
    boolean same =
        next != null
            && record.saysTheSameAs(
                new JournalRecord(record.sequence(), next.kind(), next.timeMillis(), next.body()));
    if (!same) {
      throw disagrees(record, next == null ? "nothing" : next.kind().toString());
    }
  }

  private static InputException disagrees(JournalRecord record, String follows) {
    return new InputException(
        "journal: "
            + record
            + " is not what follows from the inputs before it ("
            + follows
            + "); it was written by another version of the program",
        "Go on with the version that wrote it, or start a new session");
  }
}
