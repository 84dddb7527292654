package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.Sizing;
import org.candlewright.strategy.StrategyProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What money does on any market, whatever is ordered; the seed stands in the test's name. */
class MoneyPropertiesTest {
  private static final int BARS = 900;
  private static final long END = RandomMarket.START + 3_000 * RandomMarket.HOUR;

  private record Posting(long entry, int account, long amount, String reference) {}

  /** Keeps all that a run tells. */
  private static final class Listener implements RunObserver {
    private final List<Posting> postings = new ArrayList<>();
    private final List<Long> equity = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    @Override
    public boolean wantsPostings() {
      return true;
    }

    @Override
    public void posting(long entry, long time, int account, long amount, String reference) {
      postings.add(new Posting(entry, account, amount, reference));
    }

    @Override
    public boolean wantsEquity() {
      return true;
    }

    @Override
    public void equity(long timeMillis, long units) {
      times.add(timeMillis);
      equity.add(units);
    }
  }

  private static List<InstrumentData> market(long seed, String... names) {
    SplittableRandom random = new SplittableRandom(seed);
    return List.of(names).stream()
        .map(name -> RandomMarket.instrument(name, BARS, random))
        .toList();
  }

  /** Costs of the given fee, half spread and slippage in basis points. */
  private static ContractCosts costs(String feeBps, String spreadBps, String slippageBps) {
    Rate fee = Rate.of(new BigDecimal(feeBps).movePointLeft(4));
    return new ContractCosts(
        fee,
        fee,
        ContractCosts.fromBps(new BigDecimal(spreadBps)),
        ContractCosts.fromBps(new BigDecimal(slippageBps)),
        true,
        Optional.empty(),
        LiquidityTier.LARGE,
        "given",
        "custom");
  }

  private static Engine run(
      List<InstrumentData> data,
      StrategyProgram program,
      Sizing sizing,
      String leverage,
      ContractCosts costs,
      RunObserver observer) {
    EngineSetup open = RandomMarket.setup(RandomMarket.template("ema-crossover"), data, END, 256);
    Engine engine =
        new Engine(
            new EngineSetup(
                data,
                open.period(),
                program,
                sizing,
                new BigDecimal(leverage),
                open.capital(),
                Collections.nCopies(data.size(), costs),
                false,
                256,
                FillRules.standard()),
            observer);
    engine.run(() -> false);
    return engine;
  }

  private static Engine randomOrders(long seed, String leverage, Listener listener) {
    List<InstrumentData> data = market(seed, "x:AUSDT.P", "binance:AUSDT", "x:BUSDT.P");
    return run(
        data,
        new RandomOrders(data, seed, CloseRule.values()[(int) (seed % 3)]),
        new Sizing.EquityShare(Optional.of(new BigDecimal("0.3"))),
        leverage,
        costs("5", "1", "1"),
        listener);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyLedgerEntrySumsToZeroInEachCurrency(long seed) {
    Listener listener = new Listener();
    randomOrders(seed, "3", listener);
    Map<String, Long> sums = new HashMap<>();
    for (Posting each : listener.postings) {
      int coin = Ledger.countsBase(each.account()) ? Ledger.instrumentOf(each.account()) : -1;
      sums.merge(each.entry() + "/" + coin, each.amount(), Math::addExact);
    }
    assertThat(sums).hasSizeGreaterThan(50);
    assertThat(sums.values()).containsOnly(0L);
  }

  /** From the values of its own fills, the slow way: what came in less what went out. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theNetOfEveryTradeIsWhatItsFillsBroughtLessFeesPlusFunding(long seed) {
    Engine engine = randomOrders(seed, "3", new Listener());
    int checked = 0;
    for (LegTrade trade : engine.log().trades()) {
      if (trade.instrument() != 1) {
        long unit = market(seed, "x:AUSDT.P").getFirst().instrument().notionalUnit();
        long brought = trade.side() * (trade.exitValue() - trade.entryValue()) * unit;
        assertThat(trade.net())
            .isEqualTo(brought - trade.entryFee() - trade.exitFee() + trade.funding());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  /** Days end at midnight: their changes, from the first on, are how equity stands there. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theChangeOfEveryDayIsItsPartsAndWhatEquityDid(long seed) {
    Listener listener = new Listener();
    Engine engine = randomOrders(seed, "3", listener);
    long equity = engine.summary().capital();
    int matched = 0;
    long day = 86_400_000L;
    for (DayRow row : engine.days()) {
      assertThat(row.change()).isEqualTo(row.edge() + row.funding() - row.fees() - row.slippage());
      equity = Math.addExact(equity, row.change());
      int at = listener.times.indexOf(row.dayMillis() + day);
      if (at >= 0 && at < listener.times.size() - 1) {
        assertThat(listener.equity.get(at)).isEqualTo(equity);
        matched++;
      }
    }
    assertThat(equity).isEqualTo(engine.summary().equity());
    assertThat(matched).isGreaterThan(10);
  }

  /** Another future, not merely none: nothing up to then may notice. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void barsAfterATimeChangeNothingUpToThen(long seed) {
    List<InstrumentData> data = market(seed, "x:AUSDT.P");
    List<InstrumentData> other = market(seed, "x:AUSDT.P");
    int cut = 300 + (int) seed * 70;
    BarSeries changed = other.getFirst().bars();
    for (int i = cut; i < BARS; i++) {
      long[] opens = changed.opens();
      long[] closes = changed.closes();
      long lift = (i - cut) % 7 * 11;
      opens[i] += lift;
      closes[i] += lift;
      changed.highs()[i] += lift;
      changed.lows()[i] += lift;
    }
    long known = changed.openTime(cut);
    for (String name :
        List.of("ema-crossover-stops", "bollinger-bands", "dca", "grid", "weighted-signals")) {
      Engine one = template(name, data);
      Engine two = template(name, other);
      assertThat(until(two, known)).as(name).isEqualTo(until(one, known));
      assertThat(until(one, known)).as(name).isNotEmpty();
      if (name.equals("ema-crossover-stops")) {
        assertThat(two.summary().equity()).isNotEqualTo(one.summary().equity());
      }
    }
  }

  private static Engine template(String name, List<InstrumentData> data) {
    Engine engine =
        new Engine(
            RandomMarket.setup(RandomMarket.template(name), data, END, 256), RunObserver.NONE);
    engine.run(() -> false);
    return engine;
  }

  private static List<Fill> until(Engine engine, long millis) {
    return engine.log().fills().stream().filter(each -> each.timeMillis() < millis).toList();
  }

  private static List<String> sequence(Engine engine) {
    return engine.log().fills().stream()
        .map(fill -> fill.timeMillis() + " " + fill.side() * fill.lots() + " " + fill.reason())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void forTheSameFillsHigherFeesOrSlippageNeverHelp(long seed) {
    List<InstrumentData> data = market(seed, "x:AUSDT.P");
    Sizing one = new Sizing.FixedQuantity(BigDecimal.ONE);
    Engine before = null;
    for (ContractCosts costs :
        List.of(
            costs("0", "0", "0"),
            costs("2", "0", "0"),
            costs("2", "1", "0"),
            costs("2", "1", "1"),
            costs("2", "1", "20"),
            costs("7", "1", "20"),
            costs("7", "30", "20"))) {
      StrategyProgram program = RandomMarket.template("ema-crossover").program(data);
      Engine engine = run(data, program, one, "1", costs, RunObserver.NONE);
      if (before != null) {
        assertThat(sequence(engine)).isEqualTo(sequence(before)).hasSizeGreaterThan(10);
        assertThat(engine.summary().equity()).isLessThan(before.summary().equity());
      }
      before = engine;
    }
  }

  /** What lies beyond a margin is the insurance's, and only where the venue took a position. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void onlyALiquidationEverUsesUpAMargin(long seed) {
    Listener listener = new Listener();
    Engine engine = randomOrders(seed, "40", listener);
    Set<String> liquidations = new HashSet<>();
    for (Fill fill : engine.log().fills()) {
      if (fill.reason() == Reasons.LIQUIDATION) {
        liquidations.add("order " + fill.order());
      }
    }
    assertThat(liquidations).isNotEmpty();
    long cash = 0;
    long entry = 0;
    for (Posting each : listener.postings) {
      if (each.account() == Ledger.INSURANCE) {
        assertThat(each.reference()).isIn(liquidations);
      }
      if (each.entry() != entry) {
        assertThat(cash).as("cash after entry %d", entry).isNotNegative();
        entry = each.entry();
      }
      cash += each.account() == Ledger.CASH ? each.amount() : 0;
    }
    assertThat(listener.equity).allMatch(each -> each >= 0);
  }
}
