package org.candlewright.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.SessionSource;
import org.candlewright.engine.SessionScript;
import org.candlewright.engine.SessionScript.Ending;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.JournalReader;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.JournalStore;

/** Data and commands of sessions, read from their journals up to the last instant worked. */
public final class JournalledSessions implements SessionSource {
  private final JournalStore store;
  private final Strategies strategies;

  public JournalledSessions(JournalStore store, Strategies strategies) {
    this.store = store;
    this.strategies = strategies;
  }

  @Override
  public Recorded read(String runId) {
    List<Inputs> read = new ArrayList<>();
    JournalReader.Found found =
        JournalScan.read(
            store,
            runId,
            header -> {
              Inputs inputs =
                  new Inputs(
                      new SessionMarket(header.series(), JournalScan.capacity(header, strategies)));
              read.add(inputs);
              return inputs::take;
            });
    Inputs inputs = read.getFirst();
    if (!inputs.begun) {
      throw new InputException(
          "run " + runId + ": it has not begun", "Wait until its first bar has ended");
    }
    return new Recorded(inputs.market.data(), inputs.script, found.damage());
  }

  private static final class Inputs {
    final SessionMarket market;
    final SessionScript script = SessionScript.ending(Ending.STAYS_OPEN);
    private final List<MarketInput> waiting = new ArrayList<>();
    boolean begun;

    Inputs(SessionMarket market) {
      this.market = market;
    }

    void take(JournalRecord record) {
      switch (record.kind()) {
        case BAR, MARK_BAR, SETTLEMENT -> waiting.add(InputCodec.read(record));
        case INSTANT -> take((MarketInput.Instant) InputCodec.read(record));
        case COMMAND -> script.add(InputCodec.command(record));
        default -> {
          // Everything else follows from these.
        }
      }
    }

    /** What came for an instant that was never announced is no part of the run so far. */
    private void take(MarketInput.Instant instant) {
      waiting.forEach(market::take);
      waiting.clear();
      market.take(instant);
      begun = true;
      if (instant.last()) {
        script.ends(Ending.CLOSES);
      }
    }
  }

  /** The records of a session, for those who look for something in them. */
  public Optional<String> forEach(String runId, java.util.function.Consumer<JournalRecord> sink) {
    return org.candlewright.trading.journal.JournalReader.read(store, runId, sink).damage();
  }
}
