package org.candlewright.trading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunDocument;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.SessionScript;
import org.candlewright.engine.SessionScript.Ending;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.BodyWriter;
import org.candlewright.trading.journal.JournalReader;
import org.candlewright.trading.journal.JournalStore;
import org.candlewright.trading.journal.JournalWriter;
import org.candlewright.trading.journal.KeptState;
import org.candlewright.trading.journal.RecordKind;

/** Begins sessions, and lets them go on from their journals. */
public final class TradingService {
  /**
   * Bars of history that a session takes with it at least: whatever looks back looks no further.
   */
  private static final int HISTORY = 500;

  /** And how long at least: risk checks look back a week. */
  private static final long HISTORY_MILLIS = 8 * 86_400_000L;

  private final JournalStore journals;
  private final BacktestService backtests;
  private final Strategies strategies;
  private final long keepEvery;

  /** Records between two states that are kept: worked in a fraction of a second. */
  private static final long KEEP_EVERY = 20_000;

  public TradingService(JournalStore journals, BacktestService backtests, Strategies strategies) {
    this(journals, backtests, strategies, KEEP_EVERY);
  }

  TradingService(
      JournalStore journals, BacktestService backtests, Strategies strategies, long keepEvery) {
    this.keepEvery = keepEvery;
    this.journals = journals;
    this.backtests = backtests;
    this.strategies = strategies;
  }

  /**
   * Begins a session.
   *
   * @param history what is known before its period begins, in the order of the engine
   * @param runId new
   * @param watcher hears what the engine does
   */
  public TradingExecutor begin(
      BacktestRequest request,
      List<InstrumentData> history,
      FeedTerms feed,
      String runId,
      Function<RunPlan, RunObserver> watcher,
      TradingExecutor.Connections connections) {
    RunPlan first =
        backtests.session(request, history, SessionScript.ending(Ending.GROWS), runId, "paper");
    int bars =
        request.warmUp()
            ? Math.max(
                Math.max(HISTORY, (int) (HISTORY_MILLIS / request.timeframe().millis())),
                first.setup().program().warmUpBars() + 1)
            : 0;
    List<SeriesTerms> terms = history.stream().map(SeriesTerms::of).toList();
    HistoryInputs inputs = new HistoryInputs(history, request.period().fromMillis(), bars);
    String head = SessionHeader.write(first.document(), terms, inputs.count(), feed);
    SessionHeader header =
        new SessionHeader(
            RunDocument.parse(first.document().toString().getBytes(StandardCharsets.UTF_8)),
            terms,
            inputs.count(),
            feed);
    SessionMarket market = new SessionMarket(terms, JournalScan.capacity(header, strategies));
    JournalWriter journal = new JournalWriter(journals, runId, 0);
    BodyWriter body = new BodyWriter();
    journal.append(
        RecordKind.RUN_STARTED, request.period().fromMillis(), body.clear().putText(head));
    inputs.forEach(
        input -> {
          InputCodec.write(input, body.clear());
          journal.append(InputCodec.kind(input), InputCodec.time(input), body);
          market.take(input);
        });
    journal.force();
    RunPlan plan =
        backtests.session(header.document(), market.data(), SessionScript.ending(Ending.GROWS));
    SessionRecovery.Relay relay = new SessionRecovery.Relay();
    Session session = new Session(plan, market, watcher.apply(plan), relay);
    return new TradingExecutor(
        new SessionRecovery.Rebuilt(
            session,
            List.of(),
            new JournalReader.Found(0, Optional.empty()),
            new SessionRecovery.Keeping(keepEvery, 0)),
        relay,
        journal,
        connections,
        false);
  }

  /** Lets a session go on from its journal, all of whose inputs are worked again. */
  public TradingExecutor goOn(
      String runId,
      Function<RunPlan, RunObserver> watcher,
      TradingExecutor.Connections connections) {
    return goOn(runId, watcher, connections, Optional.empty());
  }

  /**
   * Lets a session go on from the state that was kept last and the journal behind it, or from the
   * whole journal where there is none or it is damaged.
   *
   * @param watcher hears only what is worked now: see {@link TradingExecutor#skipped}
   */
  public TradingExecutor goOnFromKept(
      String runId,
      Function<RunPlan, RunObserver> watcher,
      TradingExecutor.Connections connections) {
    return goOn(runId, watcher, connections, journals.kept(runId));
  }

  private TradingExecutor goOn(
      String runId,
      Function<RunPlan, RunObserver> watcher,
      TradingExecutor.Connections connections,
      Optional<KeptState> kept) {
    SessionRecovery.Relay relay = new SessionRecovery.Relay();
    SessionRecovery.Source source =
        new SessionRecovery.Source(journals, runId, backtests, strategies);
    SessionRecovery.Rebuilt rebuilt =
        SessionRecovery.rebuild(source, kept, watcher, relay, keepEvery);
    return new TradingExecutor(
        rebuilt,
        relay,
        new JournalWriter(journals, runId, rebuilt.found().lastSequence()),
        connections,
        true);
  }

  /** What a session was begun with. */
  public record Opening(BacktestRequest request, FeedTerms feed) {}

  /** What the session of that id was begun with. */
  public Opening opening(String runId) {
    List<Opening> read = new ArrayList<>();
    JournalScan.read(
        journals,
        runId,
        header -> {
          read.add(new Opening(header.document().request(strategies), header.feed()));
          return record -> {};
        });
    return read.getFirst();
  }

  /**
   * Works the inputs of a session's journal again and compares every record that follows.
   *
   * @return the first difference in a sentence; empty if there is none
   */
  public Optional<String> disagreement(String runId) {
    try {
      SessionRecovery.rebuildOnly(
          new SessionRecovery.Source(journals, runId, backtests, strategies));
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(e.line());
    }
  }

  /** What lies before a session, as inputs. */
  private record HistoryInputs(List<InstrumentData> data, long from, int bars) {
    int count() {
      int[] count = {0};
      forEach(input -> count[0]++);
      return count[0];
    }

    void forEach(java.util.function.Consumer<MarketInput> sink) {
      for (int i = 0; i < data.size(); i++) {
        InstrumentData each = data.get(i);
        int instrument = i;
        BarSeries series = each.bars();
        int end = series.firstAtOrAfter(from);
        for (int bar = Math.max(0, end - bars); bar < end; bar++) {
          sink.accept(
              new MarketInput.Bar(
                  instrument,
                  series.openTime(bar),
                  series.opens()[bar],
                  series.highs()[bar],
                  series.lows()[bar],
                  series.closes()[bar],
                  series.volumes()[bar]));
        }
        each.marks().ifPresent(marks -> forEachMark(instrument, marks, sink));
        FundingHistory funding = each.funding();
        for (int at = 0; at < funding.size() && funding.time(at) <= from; at++) {
          sink.accept(
              new MarketInput.Settlement(
                  instrument, funding.time(at), funding.originalTime(at), funding.rate(at)));
        }
      }
    }

    private void forEachMark(
        int instrument, BarSeries marks, java.util.function.Consumer<MarketInput> sink) {
      int end = marks.firstAtOrAfter(from);
      for (int bar = Math.max(0, end - bars); bar < end; bar++) {
        sink.accept(
            new MarketInput.MarkBar(
                instrument,
                marks.openTime(bar),
                marks.opens()[bar],
                marks.highs()[bar],
                marks.lows()[bar],
                marks.closes()[bar],
                marks.volumes()[bar]));
      }
    }
  }
}
