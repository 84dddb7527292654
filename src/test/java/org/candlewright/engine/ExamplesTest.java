package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.api.Test;

/**
 * The rules in worked numbers: a linear perpetual, tick 0.1, lot 0.001, taker 0.05 %, half spread
 * and slippage 1 bp each, hourly bars. Prices in ticks, money in units of 1e-8.
 */
class ExamplesTest {
  private static final long HOUR = 3_600_000L;
  private static final long START = 1_609_459_200_000L;

  /** Bars of open, high, low, close in ticks and volume in whole coins. */
  private static InstrumentData perpetual(FundingHistory funding, long[]... bars) {
    Instrument instrument =
        Instrument.of(
            InstrumentId.parse("x:AUSDT.P"), new BigDecimal("0.1"), new BigDecimal("0.001"));
    long[][] columns = new long[6][bars.length];
    for (int i = 0; i < bars.length; i++) {
      columns[0][i] = START + i * HOUR;
      for (int column = 0; column < 5; column++) {
        columns[column + 1][i] = bars[i][column];
      }
    }
    return new InstrumentData(
        instrument,
        new BarSeries(
            instrument.id(),
            Timeframe.ONE_HOUR,
            instrument.tick(),
            0,
            false,
            bars.length,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]),
        Optional.empty(),
        funding);
  }

  private static FundingHistory settlement(long time, String rate) {
    return new FundingHistory(
        1, new long[] {time}, new long[] {time}, new BigDecimal[] {new BigDecimal(rate)});
  }

  /** Long below one close, out above another. */
  private static StrategyDefinition between(String below, String above, String sizing) {
    return new Strategies(Indicators.standard())
        .parse(
            "example",
            """
            {"schema": 1, "kind": "rules", "name": "example", "minimum_bars": 1,
             "rules": [{"side": "long", "when": {"less": ["close", %s]}}],
             "exits": [{"side": "long", "when": {"greater": ["close", %s]}}],
             "sizing": %s}
            """
                .formatted(below, above, sizing));
  }

  private static Engine run(
      StrategyDefinition strategy, InstrumentData data, RunObserver observer) {
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
    List<InstrumentData> all = List.of(data);
    Engine engine =
        new Engine(
            new EngineSetup(
                all,
                new Period(START, START + 100 * HOUR),
                strategy.program(all),
                strategy.sizing(),
                BigDecimal.ONE,
                new BigDecimal("10000"),
                List.of(costs),
                true,
                4_096),
            observer);
    engine.run(() -> false);
    return engine;
  }

  private static final long[][] FIRST = {
    {1_000, 1_010, 995, 1_005, 10_000},
    {1_006, 1_020, 1_004, 1_018, 10_000},
    {1_017, 1_019, 1_010, 1_012, 10_000}
  };

  @Test
  void exampleOneMarketOrdersOneLongTrade() {
    List<Long> equity = new ArrayList<>();
    Engine engine =
        run(
            between("100.6", "101.5", "{\"kind\": \"fixed-quantity\", \"quantity\": \"2\"}"),
            perpetual(FundingHistory.none(), FIRST),
            new RunObserver() {
              @Override
              public boolean wantsEquity() {
                return true;
              }

              @Override
              public void equity(long timeMillis, long units) {
                equity.add(units);
              }
            });
    assertThat(engine.log().fills()).extracting(Fill::ticks).containsExactly(1_007L, 1_016L);
    LegTrade trade = engine.log().trades().getFirst();
    assertThat(trade.entryFee()).isEqualTo(10_070_000L);
    assertThat(trade.exitFee()).isEqualTo(10_160_000L);
    assertThat(trade.edge()).isEqualTo(260_000_000L);
    assertThat(trade.slippage()).isEqualTo(80_000_000L);
    assertThat(trade.net()).isEqualTo(159_770_000L);
    // At 02:00, after the decision and before the open: capital - 0.1007 + 2 x (101.8 - 100.7).
    assertThat(equity.get(1)).isEqualTo(1_000_000_000_000L - 10_070_000L + 220_000_000L);
  }

  @Test
  void exampleTwoASettlementAtTheBordersBelongsToTheTradeThatFillsThen() {
    Engine engine =
        run(
            between("100.6", "101.5", "{\"kind\": \"fixed-quantity\", \"quantity\": \"2\"}"),
            perpetual(settlement(START + 2 * HOUR, "0.0001"), FIRST),
            RunObserver.NONE);
    LegTrade trade = engine.log().trades().getFirst();
    assertThat(trade.funding()).isEqualTo(-2_036_000L);
    assertThat(trade.net()).isEqualTo(157_734_000L);
  }

  @Test
  void exampleTwoAPositionOpenedAtTheSettlementHasNoPartInIt() {
    Engine engine =
        run(
            between("100.6", "101.5", "{\"kind\": \"fixed-quantity\", \"quantity\": \"2\"}"),
            perpetual(settlement(START + HOUR, "0.0001"), FIRST),
            RunObserver.NONE);
    assertThat(engine.log().settlements()).isEmpty();
  }

  @Test
  void exampleFiveParticipationAndSizeImpact() {
    Engine engine =
        run(
            between("99.5", "200", "{\"kind\": \"fixed-quantity\", \"quantity\": \"25\"}"),
            perpetual(
                FundingHistory.none(),
                new long[] {1_000, 1_000, 990, 990, 100},
                new long[] {1_000, 1_004, 1_000, 1_004, 100},
                new long[] {1_004, 1_004, 1_002, 1_002, 100},
                new long[] {1_002, 1_003, 1_000, 1_003, 100},
                new long[] {1_003, 1_003, 1_000, 1_003, 100}),
            RunObserver.NONE);
    assertThat(engine.log().fills())
        .extracting(fill -> fill.lots() + " at " + fill.ticks())
        .containsExactly("10000 at 1001", "10000 at 1005", "5000 at 1003");
  }

  @Test
  void exampleEightSize() {
    List<DecisionRecord> decisions = new ArrayList<>();
    run(
        between("100.6", "200", "{\"kind\": \"equity-share\", \"share\": \"1\"}"),
        perpetual(FundingHistory.none(), FIRST),
        new RunObserver() {
          @Override
          public boolean wantsDecisions() {
            return true;
          }

          @Override
          public void decision(DecisionRecord decision) {
            decisions.add(decision);
          }
        });
    assertThat(decisions.getFirst().sizing().getLast().value()).isEqualTo("99.432");
  }

  @Test
  void exampleThreeStopAndTargetInOneBar() {
    String flat = "100.6/100.6/100.6/100.6";
    EntryPlan plan = Scenario.market("99.9", "101.5");
    Fill stop = second(Scenario.bars(flat, flat, "100.8/101.9/99.8/101.0").enter(1, plan));
    assertThat(stop.ticks()).isEqualTo(998);
    assertThat(stop.referenceHalfTicks()).isEqualTo(2 * 999);
    Fill gap = second(Scenario.bars(flat, flat, "99.2/99.4/99.0/99.3").enter(1, plan));
    assertThat(gap.ticks()).isEqualTo(991);
    assertThat(gap.referenceHalfTicks()).isEqualTo(2 * 999);
    assertThat(gap.midHalfTicks()).isEqualTo(2 * 992);
    Fill target = second(Scenario.bars(flat, flat, "100.8/101.9/100.0/101.0").enter(1, plan));
    assertThat(target.ticks()).isEqualTo(1_015);
    assertThat(target.maker()).isTrue();
    assertThat(target.referenceHalfTicks()).isEqualTo(2 * 1_015);
    assertThat(Scenario.bars(flat, flat, "100.8/101.5/100.0/101.0").enter(1, plan).fills())
        .hasSize(1);
  }

  private static Fill second(Scenario scenario) {
    return scenario.run(RunObserver.NONE).log().fills().get(1);
  }

  @Test
  void exampleSixLiquidation() {
    // Bought at 100.0: the open 99.9 and a tick.
    Scenario scenario =
        Scenario.bars("99.9/99.9/99.9/99.9", "99.9/100.2/99.8/100.0", "100.0/100.1/90.4/91.0")
            .leverage("10", "1000")
            .enter(1, EntryPlan.MARKET);
    Engine engine = scenario.run(RunObserver.NONE);
    Fill fill = engine.log().fills().get(1);
    assertThat(engine.log().fills().getFirst().ticks()).isEqualTo(1_000);
    assertThat(fill.referenceHalfTicks()).isEqualTo(2 * 904);
    assertThat(fill.ticks()).isEqualTo(901);
    assertThat(fill.fee()).isEqualTo(4_505_000L);
    // Of the margin of 10, 0.05495 are left: capital − entry fee − 9.94505.
    assertThat(engine.equity()).isEqualTo(100_000_000_000L - 5_000_000L - 994_505_000L);
  }

  @Test
  void exampleSevenWhichTradeIsWhich() {
    assertThat(trades(CloseRule.FIFO)).containsExactly("A X 1000", "B X 1000", "B Y 1000");
    assertThat(trades(CloseRule.LIFO)).containsExactly("B X 2000", "A Y 1000");
    assertThat(trades(CloseRule.ALL)).containsExactly("A X 666", "B X 1334", "A Y 334", "B Y 666");
  }

  @Test
  void exampleSevenFeesAreSharedByLots() {
    List<LegTrade> trades = pyramid(CloseRule.FIFO).log().trades();
    assertThat(trades)
        .extracting(LegTrade::exitFee)
        .containsExactly(6_000_000L, 6_000_000L, 5_750_000L);
    assertThat(trades)
        .extracting(LegTrade::entryFee)
        .containsExactly(5_000_000L, 5_500_000L, 5_500_000L);
  }

  private static Engine pyramid(CloseRule rule) {
    return Scenario.bars(
            "99.9/99.9/99.9/99.9",
            // A tenth of 10 coins lets 1 of A's 2 in.
            "99.9/110/99/109.9/10",
            "109.9/120/109/120",
            "120.1/120.2/115/115.1",
            "115.1/115.2/115/115")
        .quantity("2")
        .closing(rule)
        .enter(1, EntryPlan.MARKET)
        .at(
            1,
            pass -> {
              pass.cancelEntries(0);
              pass.enter(0, 1, Script.ENTRY, EntryPlan.MARKET);
            })
        .at(2, pass -> pass.reduce(0, 666_666_666_667L, Script.EXIT))
        .at(3, pass -> pass.exit(0, Script.EXIT))
        .run(RunObserver.NONE);
  }

  private static List<String> trades(CloseRule rule) {
    return pyramid(rule).log().trades().stream()
        .map(
            trade ->
                (trade.entryOrder() == 1 ? "A " : "B ")
                    + (trade.exitOrder() == 3 ? "X " : "Y ")
                    + trade.lots())
        .toList();
  }

  @Test
  void riskPerTradeIsTheDistanceToTheStop() {
    // 1 % of 10,000 is 100; the stop is 2.0 away: 50 coins.
    StrategyDefinition strategy =
        new Strategies(Indicators.standard())
            .parse(
                "example",
                """
                {"schema": 1, "kind": "rules", "name": "example", "minimum_bars": 1,
                 "rules": [{"side": "long", "when": {"less": ["close", 100.6]}}],
                 "stop": {"distance": "2"},
                 "sizing": {"kind": "risk-per-trade", "share": "0.01"}}
                """);
    Engine engine = run(strategy, perpetual(FundingHistory.none(), FIRST), RunObserver.NONE);
    assertThat(engine.log().fills().getFirst().lots()).isEqualTo(50_000);
  }
}
