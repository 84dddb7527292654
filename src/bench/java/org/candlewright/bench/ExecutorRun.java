package org.candlewright.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.Alarms;
import org.candlewright.trading.FeedTerms;
import org.candlewright.trading.MarketInput;
import org.candlewright.trading.PaperExchange;
import org.candlewright.trading.SessionProbe;
import org.candlewright.trading.Surroundings;
import org.candlewright.trading.TradingExecutor;
import org.candlewright.trading.TradingService;

/**
 * A session of 50 instruments through queue, journal on disk and engine: as fast as it goes, or at
 * 100,000 bars a second, where the latency of an instant counts from the time at which its last bar
 * was due, whether or not the sender was late. One session is measured in five parts behind a
 * warm-up, and the median of the parts counts: each order waits for the disk, so that a session a
 * part would take minutes on a slow one.
 */
final class ExecutorRun implements Benchmark {
  private static final int INSTRUMENTS = 50;
  private static final int PARTS = 5;
  private static final int PART = 4_000;
  private static final int PACED_PART = 1_200;
  private static final int WARM_UP = 2_000;
  private static final long MINUTE = 60_000L;
  private static final long START = 1_735_689_600_000L;
  private static final long NANOS_PER_EVENT = 10_000;

  private final boolean paced;

  private ExecutorRun(boolean paced) {
    this.paced = paced;
  }

  static ExecutorRun throughput() {
    return new ExecutorRun(false);
  }

  static ExecutorRun latency() {
    return new ExecutorRun(true);
  }

  @Override
  public String name() {
    return paced ? "executor_latency_p99" : "executor_throughput";
  }

  @Override
  public Figure measure() throws IOException, InterruptedException {
    int part = paced ? PACED_PART : PART;
    double[] values = measure(part, WARM_UP + PARTS * part);
    Arrays.sort(values);
    String what =
        "%,d bars of %d instruments, one strategy, journal on disk"
            .formatted(PARTS * part * INSTRUMENTS, INSTRUMENTS);
    return paced
        ? Figures.of(name(), values[PARTS / 2], "µs", Map.of(), what + ", 100,000 bars/s")
        : Figures.of(name(), values[PARTS / 2], "events/s", Map.of(), what);
  }

  private double[] measure(int part, int bars) throws IOException, InterruptedException {
    List<List<MarketInput>> instants = instants(bars);
    Strategies strategies = new Strategies(Indicators.standard());
    List<InstrumentData> none = instruments();
    Worked worked = new Worked(bars);
    try (TemporaryHome home = new TemporaryHome()) {
      BacktestService backtests = new BacktestService(home.store(), strategies);
      TradingService trading = new TradingService(home.store().journals(), backtests, strategies);
      try (TradingExecutor executor =
          trading.begin(
              request(strategies, none, bars),
              none,
              new FeedTerms("bench", Long.MAX_VALUE),
              "bench",
              plan -> RunObserver.NONE,
              new TradingExecutor.Connections(
                  new PaperExchange(), SessionProbe.NONE, worked, worked))) {
        executor.start();
        long began = System.nanoTime();
        send(executor, instants, worked, began);
        TradingExecutor.Outcome outcome = executor.outcome().join();
        if (!outcome.finished()) {
          throw new IllegalStateException("the session broke off", outcome.failure().orElse(null));
        }
        double[] values = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
          int first = WARM_UP + i * part;
          values[i] =
              paced ? worked.p99Micros(first, part) : worked.perSecond(first, part) * INSTRUMENTS;
        }
        return values;
      }
    }
  }

  private void send(
      TradingExecutor executor, List<List<MarketInput>> instants, Worked worked, long began)
      throws InterruptedException {
    long events = 0;
    for (List<MarketInput> instant : instants) {
      for (MarketInput input : instant) {
        long due = began + events * NANOS_PER_EVENT;
        while (paced && System.nanoTime() < due) {
          Thread.onSpinWait();
        }
        if (input instanceof MarketInput.Instant at) {
          worked.due(at.time(), due);
        } else {
          events++;
        }
        executor.submit(input);
      }
    }
  }

  private static BacktestRequest request(
      Strategies strategies, List<InstrumentData> data, int bars) {
    return new BacktestRequest(
        strategies.template("ema-crossover-stops").orElseThrow(),
        data.stream().map(each -> each.instrument().id()).toList(),
        Timeframe.ONE_MINUTE,
        new Period(START, START + bars * MINUTE),
        new BigDecimal("1000000"),
        CostOptions.defaults(),
        RiskProfile.guarded(),
        false,
        "",
        EngineSetup.DEFAULT_BLOCK);
  }

  private static List<InstrumentData> instruments() {
    List<InstrumentData> all = new ArrayList<>();
    long[] none = new long[0];
    for (int i = 0; i < INSTRUMENTS; i++) {
      Instrument instrument =
          Instrument.of(
              InstrumentId.parse("bench:C%02dUSDT.P".formatted(i)),
              new BigDecimal("0.1"),
              new BigDecimal("0.001"));
      all.add(
          new InstrumentData(
              instrument,
              new BarSeries(
                  instrument.id(),
                  Timeframe.ONE_MINUTE,
                  instrument.tick(),
                  0,
                  false,
                  0,
                  none,
                  none,
                  none,
                  none,
                  none,
                  none),
              Optional.empty(),
              FundingHistory.none()));
    }
    return all;
  }

  /** Random walks, the inputs of each instant together. */
  private static List<List<MarketInput>> instants(int bars) {
    SplittableRandom random = new SplittableRandom(1);
    long[] price = new long[INSTRUMENTS];
    Arrays.fill(price, 100_000);
    List<List<MarketInput>> instants = new ArrayList<>(bars);
    for (int bar = 0; bar < bars; bar++) {
      List<MarketInput> inputs = new ArrayList<>(INSTRUMENTS + 1);
      for (int i = 0; i < INSTRUMENTS; i++) {
        long open = price[i];
        long close = Math.max(1_000, open + random.nextInt(-100, 101));
        price[i] = close;
        inputs.add(
            new MarketInput.Bar(
                i,
                START + bar * MINUTE,
                open,
                Math.max(open, close) + random.nextInt(40),
                Math.min(open, close) - random.nextInt(40),
                close,
                50_000));
      }
      inputs.add(new MarketInput.Instant(START + (bar + 1) * MINUTE, bar == bars - 1));
      instants.add(inputs);
    }
    return instants;
  }

  /** Real clocks; takes down when each instant was due and when it had been worked. */
  private static final class Worked implements Surroundings, Alarms {
    private final long[] due;
    private final long[] done;

    Worked(int bars) {
      this.due = new long[bars];
      this.done = new long[bars];
    }

    private static int at(long instant) {
      return (int) ((instant - START) / MINUTE) - 1;
    }

    void due(long instant, long nanos) {
      due[at(instant)] = nanos;
    }

    @Override
    public void worked(long instant) {
      done[at(instant)] = System.nanoTime();
    }

    double perSecond(int first, int count) {
      return count / ((done[first + count - 1] - done[first - 1]) / 1e9);
    }

    double p99Micros(int first, int count) {
      long[] took = new long[count];
      for (int i = 0; i < count; i++) {
        took[i] = done[first + i] - due[first + i];
      }
      Arrays.sort(took);
      return took[(int) (count * 0.99)] / 1e3;
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public long wallMillis() {
      return System.currentTimeMillis();
    }

    @Override
    public OptionalLong marketMillis() {
      return OptionalLong.empty();
    }

    @Override
    public boolean killed() {
      return false;
    }

    @Override
    public void raise(String text) {
      throw new IllegalStateException(text);
    }

    @Override
    public void trouble(String text) {
      throw new IllegalStateException(text);
    }

    @Override
    public void clear(String text) {}
  }
}
