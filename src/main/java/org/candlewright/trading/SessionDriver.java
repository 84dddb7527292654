package org.candlewright.trading;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candlewright.backtest.BacktestService;
import org.candlewright.engine.SessionScript.Command;
import org.candlewright.trading.journal.BodyWriter;
import org.candlewright.trading.journal.JournalException;
import org.candlewright.trading.journal.JournalWriter;
import org.candlewright.trading.journal.KeptState;
import org.candlewright.trading.journal.RecordKind;

/**
 * Drives a session on its one thread: writes each input ahead, lets the session work on it, and
 * sends what it orders once the intents are on disk.
 */
final class SessionDriver implements SessionRecords.Sink {
  private final JournalWriter journal;
  private final ExchangePort exchange;
  private final SessionProbe probe;
  private final BooleanSupplier givenUp;
  private final Alarms alarms;
  private final BodyWriter body = new BodyWriter();
  private Optional<Session> session = Optional.empty();

  /** Whether the feed may repeat what came before the session was started again. */
  private boolean resuming;

  private final long keepEvery;
  private long keptAt;

  /**
   * @param givenUp whether waiting for a disk that takes nothing is to end
   */
  SessionDriver(
      JournalWriter journal,
      ExchangePort exchange,
      SessionProbe probe,
      BooleanSupplier givenUp,
      Alarms alarms,
      SessionRecovery.Keeping keeping) {
    this.keepEvery = keeping.every();
    this.keptAt = keeping.last();
    this.journal = journal;
    this.exchange = exchange;
    this.probe = probe;
    this.givenUp = givenUp;
    this.alarms = alarms;
  }

  /** Begins to drive; a session that is started again has its feed repeat an instant. */
  void drive(Session driven, boolean again) {
    session = Optional.of(driven);
    resuming = again;
  }

  Session session() {
    return session.orElseThrow();
  }

  @Override
  public void record(RecordKind kind, long timeMillis, byte[] content) {
    journal.append(kind, timeMillis, content);
    if (kind == RecordKind.FILL) {
      probe.at(SessionProbe.Moment.REPORTED, this::force);
    }
  }

  /** Takes an input of the feed. */
  void market(MarketInput input) {
    Optional<String> objection = session().market().objection(input);
    if (objection.isPresent()) {
      refuse(input, objection.get());
      return;
    }
    resuming &= !(input instanceof MarketInput.Instant);
    InputCodec.write(input, body.clear());
    journal.append(InputCodec.kind(input), InputCodec.time(input), body);
    send(session().take(input));
    if (input instanceof MarketInput.Instant) {
      keep();
    }
  }

  /** Keeps the session's state now and then, so that a start does not take longer and longer. */
  private void keep() {
    long sequence = journal.lastSequence();
    if (sequence - keptAt < keepEvery) {
      return;
    }
    keptAt = sequence;
    session()
        .words()
        .ifPresent(
            words -> journal.keep(KeptState.of(sequence, BacktestService.PROGRAM_VERSION, words)));
  }

  private void refuse(MarketInput input, String why) {
    if (resuming) {
      return;
    }
    String text = InputCodec.kind(input) + " at " + InputCodec.time(input) + ": " + why;
    body.clear().putText(text);
    journal.append(RecordKind.REFUSED_INPUT, session().now(), body);
    alarms.raise("An input was left out: " + text + ".");
  }

  /** Takes a command. */
  void command(Command command) {
    InputCodec.write(command, body.clear());
    journal.append(RecordKind.COMMAND, command.timeMillis(), body);
    send(session().obey(command));
  }

  private void send(List<OrderIntent> intents) {
    if (intents.isEmpty()) {
      return;
    }
    force();
    probe.at(SessionProbe.Moment.INTENT_WRITTEN, this::force);
    for (OrderIntent intent : intents) {
      send(intent);
    }
  }

  private void send(OrderIntent intent) {
    exchange.send(intent);
    probe.at(SessionProbe.Moment.SENT, this::force);
    journal.append(RecordKind.ORDER_SENT, intent.timeMillis(), sent(intent));
  }

  /** Content of the record that an order was sent. */
  static byte[] sent(OrderIntent intent) {
    return new BodyWriter().putText(intent.clientId()).toBytes();
  }

  /** Sends an order again of which nobody knows whether it was sent. */
  void sendIfUnknown(OrderIntent intent) {
    force();
    if (!exchange.knows(intent.clientId())) {
      exchange.send(intent);
    }
    journal.append(RecordKind.ORDER_SENT, intent.timeMillis(), sent(intent));
  }

  /** Takes note of something in the journal that nothing follows from. */
  void note(RecordKind kind, String text) {
    journal.append(kind, session().now(), body.clear().putText(text));
  }

  /**
   * Waits until the journal is on disk. While the disk takes nothing trading stands still, and says
   * so; it goes on as soon as the disk does.
   *
   * @throws JournalException if the session was given up meanwhile
   */
  void force() {
    boolean told = false;
    while (true) {
      try {
        journal.force();
        if (told) {
          alarms.clear("The journal can be written again; trading goes on.");
        }
        return;
      } catch (JournalException e) {
        if (givenUp.getAsBoolean()) {
          throw e;
        }
        if (!told) {
          alarms.trouble("Trading stands still: " + e.getMessage() + ".");
          told = true;
        }
      }
    }
  }
}
