package org.candlewright.trading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.RandomMarket;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.feed.BarFeed;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.BodyReader;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.RecordKind;

/**
 * One life of a session that is going to be killed: begins it, or goes on from its journal, checks
 * that nothing is lost or doubled, and tells on standard output how it gets on. Arguments: home,
 * days, and the moment to stop and wait at ({@code none} for never).
 */
final class KilledSession {
  static final String RUN = "0123456789abcdef";
  private static final long DAY = 86_400_000L;
  private static final int HISTORY_BARS = 500;

  /** Often, so that most lives begin with a kept state. */
  private static final long KEEP_EVERY = 500;

  private static final int BARS_PER_DAY = 24;
  private static final List<String> INSTRUMENTS =
      List.of("x:AUSDT.P", "x:BUSDT.P", "x:CUSDT.P", "x:DUSDT.P");

  private KilledSession() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(arguments[0]);
    int days = Integer.parseInt(arguments[1]);
    String stopAt = arguments[2];
    Strategies strategies = new Strategies(Indicators.standard());
    BacktestRequest request = request(strategies, days);
    List<InstrumentData> data = market(days);
    try (Store store = Store.open(home)) {
      BacktestService backtests = new BacktestService(store, strategies);
      TradingService trading =
          new TradingService(store.journals(), backtests, strategies, KEEP_EVERY);
      TradingExecutor.Connections connections =
          new TradingExecutor.Connections(
              new FileExchange(home.resolve("exchange.txt")),
              (moment, force) -> stop(moment, stopAt, force),
              new Still(),
              new Silent());
      boolean again = store.journals().exists(RUN);
      try (TradingExecutor executor =
          again
              ? trading.goOnFromKept(RUN, plan -> RunObserver.NONE, connections)
              : trading.begin(
                  request,
                  data,
                  new FeedTerms("demo", Long.MAX_VALUE),
                  RUN,
                  plan -> RunObserver.NONE,
                  connections)) {
        check(executor, new JournalledSessions(store.journals(), strategies));
        say("READY, " + executor.skipped() + " records were not worked again");
        executor.start();
        play(executor, new BarFeed(data, request.period(), Long.MAX_VALUE, 1 / 0.0));
        TradingExecutor.Outcome outcome = executor.outcome().join();
        outcome.failure().ifPresent(failure -> say("FAILED " + failure));
        say(outcome.finished() ? "DONE" : "FAILED not finished");
      }
    } catch (RuntimeException e) {
      say("FAILED " + e);
    }
  }

  private static void play(TradingExecutor executor, BarFeed feed) throws InterruptedException {
    AtomicLong sent = new AtomicLong();
    feed.play(
        executor.resumesAfter(),
        input -> {
          boolean more = executor.submit(input);
          if (input instanceof MarketInput.Instant) {
            sent.incrementAndGet();
            say("I");
            while (!executor.outcome().isDone()
                && executor.snapshot().health().instants() < sent.get() - 2) {
              Thread.sleep(1);
            }
          }
          return more;
        });
  }

  private static List<InstrumentData> market(int days) {
    SplittableRandom random = new SplittableRandom(7);
    int bars = HISTORY_BARS + days * BARS_PER_DAY;
    return INSTRUMENTS.stream().map(name -> RandomMarket.instrument(name, bars, random)).toList();
  }

  private static BacktestRequest request(Strategies strategies, int days) {
    long from = RandomMarket.START + HISTORY_BARS * RandomMarket.HOUR;
    return new BacktestRequest(
        strategies.template("ema-crossover-stops").orElseThrow(),
        INSTRUMENTS.stream().map(InstrumentId::parse).toList(),
        Timeframe.ONE_HOUR,
        new Period(from, from + days * DAY),
        new BigDecimal("10000"),
        CostOptions.defaults(),
        RiskProfile.guarded(),
        false,
        "killed",
        EngineSetup.DEFAULT_BLOCK,
        FillRules.standard());
  }

  /** Waits for its end at the moment that was asked for; what was appended is on disk then. */
  private static void stop(SessionProbe.Moment moment, String stopAt, Runnable force) {
    if (!moment.name().equals(stopAt)) {
      return;
    }
    if (moment == SessionProbe.Moment.REPORTED) {
      force.run();
    }
    say("AT " + moment);
    while (true) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ledger zero, positions the sum of fills, each order sent in the exchange's book. */
  private static void check(TradingExecutor executor, JournalledSessions journals) {
    Map<Integer, Long> lots = new HashMap<>();
    Map<String, Long> sums = new HashMap<>();
    journals.forEach(RUN, record -> add(record, lots, sums));
    executor
        .snapshot()
        .state()
        .ifPresent(
            state -> {
              for (EngineState.Position each : state.positions()) {
                lots.merge(each.instrument(), -each.lots(), Long::sum);
              }
            });
    // A crash between a report and its booking leaves fills whose postings are still owed.
    if (executor.owedRecords() == 0) {
      if (lots.values().stream().anyMatch(left -> left != 0)) {
        say("FAILED positions are not the sum of fills: " + lots);
      }
      if (sums.values().stream().anyMatch(sum -> sum != 0)) {
        say("FAILED the ledger does not sum to zero: " + sums);
      }
    }
  }

  private static void add(JournalRecord record, Map<Integer, Long> lots, Map<String, Long> sums) {
    BodyReader in = record.body();
    if (record.kind() == RecordKind.FILL) {
      in.getLong();
      int instrument = in.getInt();
      int side = in.getInt();
      in.getLong();
      lots.merge(instrument, side * in.getLong(), Long::sum);
    } else if (record.kind() == RecordKind.LEDGER_ENTRY) {
      in.getLong();
      in.getText();
      in.getInt();
      sums.merge("USDT", in.getLong(), Long::sum);
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Clocks that stand still: nothing is ever late. */
  private static final class Still implements Surroundings {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public long wallMillis() {
      return 0;
    }

    @Override
    public OptionalLong marketMillis() {
      return OptionalLong.empty();
    }

    @Override
    public boolean killed() {
      return false;
    }
  }

  private static final class Silent implements Alarms {
    @Override
    public void raise(String text) {
      say("ALARM " + text);
    }

    @Override
    public void trouble(String text) {
      say("ALARM " + text);
    }

    @Override
    public void clear(String text) {
      say("ALARM " + text);
    }
  }
}
