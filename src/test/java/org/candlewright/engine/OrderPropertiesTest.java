package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.Sizing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold on any market whatever is ordered; the seed stands in the test's name. */
class OrderPropertiesTest {
  private static final int BARS = 1_200;
  private static final long END = RandomMarket.START + 4_000 * RandomMarket.HOUR;

  private static List<InstrumentData> market(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names =
        seed % 2 == 0 ? List.of("x:AUSDT.P") : List.of("x:AUSDT.P", "binance:AUSDT", "x:BUSDT.P");
    return names.stream().map(name -> RandomMarket.instrument(name, BARS, random)).toList();
  }

  private static EngineSetup setup(List<InstrumentData> data, long seed, int block) {
    ContractCosts costs =
        new ContractCosts(
            Rate.of(new BigDecimal("0.0002")),
            Rate.of(new BigDecimal("0.0005")),
            100_000_000L,
            100_000_000L,
            true,
            Optional.of(new BigDecimal("0.1")),
            LiquidityTier.LARGE,
            "given",
            "custom");
    List<ContractCosts> all = new ArrayList<>();
    data.forEach(each -> all.add(costs));
    return new EngineSetup(
        data,
        new Period(RandomMarket.START, END),
        new RandomOrders(data, seed, CloseRule.values()[(int) (seed % 3)]),
        new Sizing.EquityShare(Optional.of(new BigDecimal("0.2"))),
        new BigDecimal(seed % 4 == 0 ? "10" : "2"),
        new BigDecimal("100000"),
        all,
        false,
        block,
        new FillRules(seed % 5 == 0, seed % 3 == 0, seed % 7 == 0, seed % 2 == 0, 0));
  }

  private static Engine run(List<InstrumentData> data, long seed, int block) {
    Engine engine = new Engine(setup(data, seed, block), RunObserver.NONE);
    engine.run(() -> false);
    return engine;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 21})
  void theSizeOfBlocksDoesNotMatter(long seed) {
    List<InstrumentData> data = market(seed);
    Engine whole = run(data, seed, 4_096);
    assertThat(whole.log().fills()).hasSizeGreaterThan(50);
    for (int block : new int[] {1, 13, 100}) {
      Engine other = run(data, seed, block);
      assertThat(other.log().fills()).isEqualTo(whole.log().fills());
      assertThat(other.log().trades()).isEqualTo(whole.log().trades());
      assertThat(other.days()).isEqualTo(whole.days());
      assertThat(other.summary()).isEqualTo(whole.summary());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aRunGoesOnFromACheckpointWithItsWorkingOrders(long seed) {
    List<InstrumentData> data = market(seed);
    Engine whole = new Engine(setup(data, seed, 50), RunObserver.NONE);
    List<long[]> checkpoints = new ArrayList<>();
    List<Integer> fillsSoFar = new ArrayList<>();
    while (!whole.finished()) {
      whole.runBlock();
      if (!whole.finished()) {
        checkpoints.add(whole.checkpoint());
        fillsSoFar.add(whole.log().fills().size());
      }
    }
    for (int i = 0; i < checkpoints.size(); i += 3) {
      Engine later = new Engine(setup(data, seed, 50), RunObserver.NONE);
      later.restore(checkpoints.get(i));
      assertThat(later.checkpoint()).isEqualTo(checkpoints.get(i));
      later.run(() -> false);
      List<Fill> fills = whole.log().fills();
      assertThat(later.log().fills()).isEqualTo(fills.subList(fillsSoFar.get(i), fills.size()));
      assertThat(later.summary()).isEqualTo(whole.summary());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 21})
  void tradesAndDaysAddUpToTheEquity(long seed) {
    Engine engine = run(market(seed), seed, 512);
    EngineSummary summary = engine.summary();
    long days = engine.days().stream().mapToLong(DayRow::change).sum();
    assertThat(days).isEqualTo(summary.equity() - summary.capital());
    long net = engine.log().trades().stream().mapToLong(LegTrade::net).sum();
    long dust = summary.equity() - summary.capital() - net;
    if (seed % 2 == 0) {
      assertThat(dust).as("a perpetual leaves nothing behind").isZero();
    } else {
      assertThat(Math.abs(dust)).as("dust of coin fees").isLessThan(summary.capital() / 1_000);
    }
    long held = engine.log().fills().stream().mapToLong(f -> f.side() * f.heldLots()).sum();
    assertThat(held).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 6, 7, 8, 9, 12, 21})
  void noBarFillsMoreOfASideThanItsVolumeAllows(long seed) {
    List<InstrumentData> data = market(seed);
    Engine engine = run(data, seed, 512);
    Map<String, Long> filled = new HashMap<>();
    for (Fill fill : engine.log().fills()) {
      if (fill.reason() < 0) {
        continue;
      }
      BarSeries bars = data.get(fill.instrument()).bars();
      int bar = barOf(bars, fill.timeMillis());
      long sum =
          filled.merge(fill.instrument() + "/" + bar + "/" + fill.side(), fill.lots(), Long::sum);
      // A tenth of whole coins, in lots of a thousandth.
      assertThat(sum).isLessThanOrEqualTo(bars.volumes()[bar] * 100);
    }
  }

  private static int barOf(BarSeries bars, long millis) {
    int opening = bars.firstAtOrAfter(millis);
    boolean atOpen = opening < bars.size() && bars.openTime(opening) == millis;
    return atOpen ? opening : bars.lastEndedAt(millis + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 6, 7, 8, 9, 12, 21})
  void pricesLieInsideTheirBars(long seed) {
    List<InstrumentData> data = market(seed);
    for (Fill fill : run(data, seed, 512).log().fills()) {
      if (fill.reason() < 0) {
        continue;
      }
      BarSeries bars = data.get(fill.instrument()).bars();
      int bar = barOf(bars, fill.timeMillis());
      long mid = fill.midHalfTicks() / 2;
      // A limit that was gapped over fills at its limit, on the order's worse side of the bar.
      if (!fill.maker() || fill.side() > 0) {
        assertThat(mid).isGreaterThanOrEqualTo(bars.lows()[bar]);
      }
      if (!fill.maker() || fill.side() < 0) {
        assertThat(mid).isLessThanOrEqualTo(bars.highs()[bar]);
      }
    }
  }
}
