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
}
