package org.candlewright.trading;

import java.util.Optional;
import java.util.function.Consumer;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.JournalReader;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.JournalStore;
import org.candlewright.trading.journal.RecordKind;

/** Reads a journal's header, and then its records one by one. */
final class JournalScan {
  private static final long HOUR = 3_600_000L;

  private final String run;
  private final Opening opening;
  private Optional<Consumer<JournalRecord>> sink = Optional.empty();

  /** Makes what takes the records behind the header. */
  interface Opening {
    Consumer<JournalRecord> open(SessionHeader header);
  }

  private JournalScan(String run, Opening opening) {
    this.run = run;
    this.opening = opening;
  }

  static JournalReader.Found read(JournalStore store, String run, Opening opening) {
    JournalScan scan = new JournalScan(run, opening);
    JournalReader.Found found = JournalReader.read(store, run, scan::take);
    scan.check();
    return found;
  }

  static JournalReader.Found readAndMend(JournalStore store, String run, Opening opening) {
    JournalScan scan = new JournalScan(run, opening);
    JournalReader.Found found = JournalReader.readAndMend(store, run, scan::take);
    scan.check();
    return found;
  }

  private void take(JournalRecord record) {
    if (sink.isPresent()) {
      sink.get().accept(record);
    } else if (record.kind() == RecordKind.RUN_STARTED) {
      sink = Optional.of(opening.open(SessionHeader.read(record)));
    }
  }

  private void check() {
    if (sink.isEmpty()) {
      throw new InputException(
          "run " + run + ": there is no journal of it",
          "Run candlewright runs to see what is stored");
    }
  }

  /** Room for all bars and settlements that a session may get. */
  static SeriesTerms.Capacity capacity(SessionHeader header, Strategies strategies) {
    BacktestRequest request = header.document().request(strategies);
    long length = request.period().toMillis() - request.period().fromMillis();
    return new SeriesTerms.Capacity(
        Math.toIntExact(header.history() + length / request.timeframe().millis() + 2),
        Math.toIntExact(header.history() + length / HOUR + 2));
  }
}
