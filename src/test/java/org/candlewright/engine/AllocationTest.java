package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the JVM says a run allocates on bars on which nothing is decided, ordered, filled or
 * settled. Random markets are walked bar by bar, as a session does it; each bar's bytes are read
 * from the thread's own counter.
 */
class AllocationTest {
  private static final ThreadMXBean JVM =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // of any JVM this program runs on
  private static final int BARS = 2_400;
  private static final int WARM_UP = 400;
  private static final long END = RandomMarket.START + 6_000 * RandomMarket.HOUR;

  /**
   * Runs until the JVM has compiled the walk: before, it makes iterators that it later does not.
   */
  private static final int MOST_RUNS = 20;

  /** Bytes a bar that are none: columns that grow now and then, spread over the bars between. */
  private static final double NOTHING = 2;

  /** A header and nothing else: no object of the JVM is smaller. */
  private static final double SMALLEST_OBJECT = 16;

  private enum Kind {
    EMA_CROSSOVER("ema-crossover", "x:AUSDT.P"),
    RULES_WITH_EXITS("ema-crossover-stops", "x:AUSDT.P", "x:BUSDT.P"),
    MEAN_REVERSION("rsi-mean-reversion", "x:AUSDT.P", "binance:AUSDT"),
    BREAKOUT("donchian-breakout", "x:AUSDT.P"),
    DCA("dca", "binance:AUSDT", "x:BUSDT.P"),
    GRID("grid", "x:AUSDT.P"),
    WEIGHTED_SIGNALS("weighted-signals", "x:AUSDT.P"),
    TRIGGERS("triggers-all-signals", "x:AUSDT.P", "x:BTCUSDT.P", "x:SOLUSDT.P"),
    PAIRS("pairs", "x:AUSDT.P", "x:BUSDT.P"),
    CARRY("funding-carry-backtest", "binance:AUSDT.P", "binance:AUSDT"),
    CARRY_COMPOSITE("funding-carry-balanced", "binance:AUSDT.P", "binance:AUSDT");

    private final String template;
    private final List<String> instruments;

    Kind(String template, String... instruments) {
      this.template = template;
      this.instruments = List.of(instruments);
    }

    List<InstrumentData> market(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return instruments.stream().map(name -> RandomMarket.instrument(name, BARS, random)).toList();
    }

    StrategyDefinition strategy() {
      StrategyDefinition strategy = RandomMarket.template(template);
      return this == PAIRS
          ? strategy.withParameters(
              Map.of(
                  "window_days",
                  BigDecimal.TEN,
                  "z_bars",
                  BigDecimal.valueOf(40),
                  "entry_z",
                  new BigDecimal("1.5")))
          : strategy;
    }
  }

  /** Counts whatever happens, so that a bar on which something did is told from one without. */
  private static class Watcher implements RunObserver {
    private int events;

    @Override
    public boolean wantsDecisions() {
      return true;
    }

    @Override
    public void decision(DecisionRecord decision) {
      events++;
    }

    @Override
    public boolean wantsOrders() {
      return true;
    }

    @Override
    public void order(long timeMillis, Order order) {
      events++;
    }

    @Override
    public boolean wantsEquity() {
      return true;
    }
  }

  private record Measured(int quiet, int busy, long bytes) {
    double perQuietBar() {
      return (double) bytes / quiet;
    }
  }

  private static Measured measure(Kind kind, RiskProfile risk, Watcher watcher) {
    List<InstrumentData> data = kind.market(7);
    EngineSetup open = RandomMarket.setup(kind.strategy(), data, END, 64);
    AskedProgram program = new AskedProgram(open.program());
    Engine engine =
        new Engine(
            new EngineSetup(
                open.instruments(),
                open.period(),
                program,
                open.sizing(),
                open.leverage(),
                open.capital(),
                open.costs(),
                false,
                64,
                FillRules.standard(),
                risk),
            watcher);
    TreeSet<Long> clock = new TreeSet<>();
    for (InstrumentData each : data) {
      for (int i = 100; i < each.bars().size() - 1; i++) {
        clock.add(each.bars().endTime(i));
      }
    }
    int quiet = 0;
    int busy = 0;
    long bytes = 0;
    int bar = 0;
    for (long instant : new ArrayList<>(clock)) {
      int events = happened(engine, program, watcher);
      long before = JVM.getCurrentThreadAllocatedBytes();
      engine.runTo(instant);
      long after = JVM.getCurrentThreadAllocatedBytes();
      if (bar++ < WARM_UP) {
        continue;
      }
      boolean nothing = happened(engine, program, watcher) == events;
      quiet += nothing ? 1 : 0;
      busy += nothing ? 0 : 1;
      bytes += nothing ? after - before : 0;
    }
    return new Measured(quiet, busy, bytes);
  }

  private static int happened(Engine engine, AskedProgram program, Watcher watcher) {
    return watcher.events
        + program.asked()
        + engine.log().fills().size()
        + engine.log().settlements().size()
        + engine.days().size();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void noAllocationOnBarsWithoutADecision(Kind kind) {
    for (RiskProfile risk : List.of(RiskProfile.research(), RiskProfile.guarded())) {
      Measured measured = measure(kind, risk, new Watcher());
      for (int run = 1; run < MOST_RUNS && measured.perQuietBar() >= NOTHING; run++) {
        measured = measure(kind, risk, new Watcher());
      }
      assertThat(measured.quiet()).isGreaterThan(BARS / 4);
      assertThat(measured.busy()).isPositive();
      assertThat(measured.perQuietBar()).as("bytes a bar").isLessThan(NOTHING);
    }
  }

  /** The measure itself: one small object a bar is seen. */
  @Test
  void aListenerThatAllocatesOncePerBarIsCaught() {
    Object[] kept = new Object[1];
    Watcher wasteful =
        new Watcher() {
          @Override
          public void equity(long timeMillis, long equity) {
            kept[0] = new Object();
          }
        };
    for (int run = 0; run < MOST_RUNS / 4; run++) {
      assertThat(measure(Kind.EMA_CROSSOVER, RiskProfile.research(), wasteful).perQuietBar())
          .isGreaterThanOrEqualTo(SMALLEST_OBJECT);
    }
    assertThat(kept).doesNotContainNull();
  }
}
