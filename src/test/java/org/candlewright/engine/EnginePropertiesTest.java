package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold on any market; the seed stands in the test's name. */
class EnginePropertiesTest {
  private static final int BARS = 1_500;
  private static final long END = RandomMarket.START + 5_000 * RandomMarket.HOUR;

  private record Watched(List<DecisionRecord> decisions, List<Long> equity, Engine engine) {}

  private static Watched run(StrategyDefinition strategy, List<InstrumentData> data, int block) {
    List<DecisionRecord> decisions = new ArrayList<>();
    List<Long> equity = new ArrayList<>();
    Engine engine =
        new Engine(
            RandomMarket.setup(strategy, data, END, block),
            new RunObserver() {
              @Override
              public boolean wantsDecisions() {
                return true;
              }

              @Override
              public void decision(DecisionRecord decision) {
                decisions.add(decision);
              }

              @Override
              public boolean wantsEquity() {
                return true;
              }

              @Override
              public void equity(long timeMillis, long units) {
                equity.add(units);
              }
            });
    engine.run(() -> false);
    return new Watched(decisions, equity, engine);
  }

  /** Strategies of each sort, over instruments of the number and order they take. */
  private enum Kind {
    RULES,
    CARRY,
    PAIRS,
    TRIGGERS,
    MEAN_REVERSION,
    BREAKOUT,
    DCA,
    GRID,
    WEIGHTED_SIGNALS,
    CARRY_COMPOSITE;

    List<String> instruments(long seed) {
      return switch (this) {
        case RULES ->
            seed % 2 == 0
                ? List.of("x:AUSDT.P")
                : List.of("x:AUSDT.P", "binance:AUSDT", "x:BUSDT.P");
        case MEAN_REVERSION, DCA -> List.of("binance:AUSDT", "x:BUSDT.P");
        case BREAKOUT, GRID, WEIGHTED_SIGNALS -> List.of("x:AUSDT.P");
        case CARRY, CARRY_COMPOSITE ->
            List.of("binance:AUSDT.P", "binance:AUSDT", "bybit:BUSDT.P", "bybit:BUSDT");
        case PAIRS -> List.of("x:AUSDT.P", "x:BUSDT.P", "x:CUSDT.P", "x:DUSDT.P");
        case TRIGGERS -> List.of("x:AUSDT.P", "x:BTCUSDT.P", "x:SOLUSDT.P");
      };
    }

    StrategyDefinition strategy() {
      return switch (this) {
        case RULES -> RandomMarket.template("ema-crossover");
        case CARRY -> RandomMarket.template("funding-carry-backtest");
        case CARRY_COMPOSITE -> RandomMarket.template("funding-carry-aggressive");
        case MEAN_REVERSION -> RandomMarket.template("rsi-mean-reversion");
        case BREAKOUT -> RandomMarket.template("donchian-breakout");
        case DCA -> RandomMarket.template("dca");
        case GRID -> RandomMarket.template("grid");
        case WEIGHTED_SIGNALS -> RandomMarket.template("weighted-signals");
        case TRIGGERS ->
            RandomMarket.template("triggers-all-signals")
                .withParameters(
                    Map.of("regimes.crisis.volatility_above", BigDecimal.valueOf(10_000)));
        case PAIRS ->
            RandomMarket.template("pairs")
                .withParameters(
                    Map.of(
                        "window_days",
                        BigDecimal.TEN,
                        "z_bars",
                        BigDecimal.valueOf(40),
                        "entry_z",
                        new BigDecimal("1.5"),
                        "wait_after_stop",
                        BigDecimal.ONE));
      };
    }
  }

  private static List<InstrumentData> market(long seed, Kind kind) {
    SplittableRandom random = new SplittableRandom(seed);
    return kind.instruments(seed).stream()
        .map(name -> RandomMarket.instrument(name, BARS, random))
        .toList();
  }

  private static Watched run(Kind kind, List<InstrumentData> data, int block) {
    return run(kind.strategy(), data, block);
  }

  /** Decisions alone: a cut is stamped at an open, which the close of that time does not know. */
  private static List<DecisionRecord> decided(Watched run) {
    return run.decisions().stream().filter(each -> !each.action().equals("cut")).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cuttingTheFutureChangesNoDecisionOfThePast(long seed) {
    for (Kind kind : Kind.values()) {
      List<InstrumentData> data = market(seed, kind);
      List<DecisionRecord> full = decided(run(kind, data, 256));
      SplittableRandom random = new SplittableRandom(-seed);
      assertThat(full).hasSizeGreaterThanOrEqualTo(kind == Kind.CARRY_COMPOSITE ? 4 : 10);
      for (int cut = 0; cut < 5; cut++) {
        long at = RandomMarket.START + (200 + random.nextInt(BARS)) * RandomMarket.HOUR;
        List<InstrumentData> known =
            data.stream().map(each -> RandomMarket.upTo(each, at)).toList();
        List<DecisionRecord> early = decided(run(kind, known, 256));
        List<DecisionRecord> past = full.stream().filter(each -> each.timeMillis() <= at).toList();
        for (int i = 0; i < Math.min(early.size(), past.size()); i++) {
          assertThat(early.get(i)).as("decision %d of %d", i, past.size()).isEqualTo(past.get(i));
        }
        assertThat(early).hasSameSizeAs(past);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theSizeOfBlocksDoesNotMatter(long seed) {
    for (Kind kind : Kind.values()) {
      List<InstrumentData> data = market(seed, kind);
      Watched whole = run(kind, data, 4_096);
      for (int block : new int[] {1, 7, 100}) {
        Watched other = run(kind, data, block);
        assertThat(other.engine().log().fills()).isEqualTo(whole.engine().log().fills());
        assertThat(other.engine().log().trades()).isEqualTo(whole.engine().log().trades());
        assertThat(other.equity()).isEqualTo(whole.equity());
        assertThat(other.engine().days()).isEqualTo(whole.engine().days());
        assertThat(other.engine().summary()).isEqualTo(whole.engine().summary());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aRunThatGoesOnFromACheckpointEndsTheSame(long seed) {
    for (Kind kind : Kind.values()) {
      List<InstrumentData> data = market(seed, kind);
      Engine whole =
          new Engine(RandomMarket.setup(kind.strategy(), data, END, 64), RunObserver.NONE);
      List<long[]> checkpoints = new ArrayList<>();
      List<Integer> fillsSoFar = new ArrayList<>();
      while (!whole.finished()) {
        whole.runBlock();
        if (!whole.finished()) {
          checkpoints.add(whole.checkpoint());
          fillsSoFar.add(whole.log().fills().size());
        }
      }
      for (int i = 0; i < checkpoints.size(); i += 5) {
        Engine later =
            new Engine(RandomMarket.setup(kind.strategy(), data, END, 64), RunObserver.NONE);
        later.restore(checkpoints.get(i));
        assertThat(later.checkpoint()).isEqualTo(checkpoints.get(i));
        later.run(() -> false);
        List<Fill> fills = whole.log().fills();
        assertThat(later.log().fills()).isEqualTo(fills.subList(fillsSoFar.get(i), fills.size()));
        assertThat(later.summary()).isEqualTo(whole.summary());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void equityAtTheEndIsCapitalPlusTradesPlusWhatIsOpen(long seed) {
    for (Kind kind : Kind.values()) {
      Engine engine = run(kind, market(seed, kind), 512).engine();
      EngineSummary summary = engine.summary();
      long net = engine.log().trades().stream().mapToLong(LegTrade::net).sum();
      long days = engine.days().stream().mapToLong(DayRow::change).sum();
      assertThat(days).isEqualTo(summary.equity() - summary.capital());
      long dust = summary.equity() - summary.capital() - net;
      // Nothing but the dust of coin fees is open after the end.
      assertThat(Math.abs(dust)).isLessThan(summary.capital() / 1_000);
    }
  }
}
