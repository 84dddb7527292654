package org.candlewright.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunDocument;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.feed.BarFeed;
import org.candlewright.feed.demo.DemoStore;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.JournalStore;
import org.candlewright.trading.journal.RecordKind;

/** A session on the demo market whose clocks, disk and exchange a test has in its hands. */
final class SessionBench implements Surroundings, Alarms, ExchangePort {
  static final String RUN = "0123456789abcdef";
  private static final long DAY = 86_400_000L;
  private static final Strategies STRATEGIES = new Strategies(Indicators.standard());
  private static final DemoStore MARKET = new DemoStore(7);

  final List<String> alarms = new CopyOnWriteArrayList<>();
  final List<String> sent = new CopyOnWriteArrayList<>();
  final AtomicLong nanos = new AtomicLong();
  final AtomicLong wall = new AtomicLong();
  volatile long market = Long.MIN_VALUE;
  volatile boolean killed;
  private final JournalStore journals;
  private final long keepEvery;
  private final BacktestRequest request;
  private final BacktestService backtests = new BacktestService(MARKET, STRATEGIES);

  SessionBench(JournalStore journals, int days) {
    this(journals, days, "ema-crossover-stops", Long.MAX_VALUE);
  }

  /**
   * @param keepEvery records after which the session's state is kept
   */
  SessionBench(JournalStore journals, int days, String strategy, long keepEvery) {
    this.journals = journals;
    this.keepEvery = keepEvery;
    long from = MARKET.period().fromMillis() + 50 * DAY;
    this.request =
        new BacktestRequest(
            STRATEGIES.template(strategy).orElseThrow(),
            List.of(
                InstrumentId.parse("demo:NEARUSDT.P"),
                InstrumentId.parse("demo:XRPUSDT.P"),
                InstrumentId.parse("demo:SOLUSDT.P")),
            Timeframe.ONE_HOUR,
            new Period(from, from + days * DAY),
            new BigDecimal("10000"),
            CostOptions.defaults(),
            RiskProfile.guarded(),
            false,
            "bench",
            EngineSetup.DEFAULT_BLOCK,
            FillRules.standard());
  }

  BacktestResult backtest() {
    return backtests.run(backtests.plan(request), RunObserver.NONE, () -> false);
  }

  TradingExecutor begin() {
    TradingExecutor executor =
        trading()
            .begin(
                request,
                backtests.load(request),
                new FeedTerms("demo", Long.MAX_VALUE),
                RUN,
                plan -> RunObserver.NONE,
                connections());
    executor.start();
    return executor;
  }

  TradingExecutor goOn() {
    TradingExecutor executor = trading().goOn(RUN, plan -> RunObserver.NONE, connections());
    executor.start();
    return executor;
  }

  TradingExecutor goOnFromKept() {
    TradingExecutor executor = trading().goOnFromKept(RUN, plan -> RunObserver.NONE, connections());
    executor.start();
    return executor;
  }

  TradingService trading() {
    return new TradingService(journals, backtests, STRATEGIES, keepEvery);
  }

  /** The session's journal run as a backtest. */
  BacktestResult again() {
    BacktestService recorded =
        new BacktestService(MARKET, STRATEGIES, new JournalledSessions(journals, STRATEGIES));
    return recorded.run(recorded.plan(document()), RunObserver.NONE, () -> false);
  }

  private RunDocument document() {
    List<RunDocument> read = new ArrayList<>();
    JournalScan.read(
        journals,
        RUN,
        header -> {
          read.add(header.document());
          return record -> {};
        });
    return read.getFirst();
  }

  private TradingExecutor.Connections connections() {
    return new TradingExecutor.Connections(this, SessionProbe.NONE, this, this);
  }

  /** All inputs behind an instant, in the order a feed brings them. */
  List<MarketInput> inputs(long after) {
    List<MarketInput> inputs = new ArrayList<>();
    List<InstrumentData> data = backtests.load(request);
    try {
      new BarFeed(data, request.period(), Long.MAX_VALUE, Double.POSITIVE_INFINITY)
          .play(after, inputs::add);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return inputs;
  }

  List<JournalRecord> records(RecordKind kind) {
    List<JournalRecord> records = new ArrayList<>();
    new JournalledSessions(journals, STRATEGIES)
        .forEach(
            RUN,
            record -> {
              if (record.kind() == kind) {
                records.add(record);
              }
            });
    return records;
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public long wallMillis() {
    return wall.get();
  }

  @Override
  public OptionalLong marketMillis() {
    return market == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(market);
  }

  @Override
  public boolean killed() {
    return killed;
  }

  @Override
  public void raise(String text) {
    alarms.add(text);
  }

  @Override
  public void trouble(String text) {
    alarms.add(text);
  }

  @Override
  public void clear(String text) {
    alarms.add(text);
  }

  @Override
  public void send(OrderIntent intent) {
    sent.add(intent.clientId());
  }

  @Override
  public boolean knows(String clientId) {
    return sent.contains(clientId);
  }
}
