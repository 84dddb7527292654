package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.QuoteHistory;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.Sizing;
import org.junit.jupiter.api.Test;

/**
 * Recorded best bid and ask take the place of the spread model. Hourly bars around 100.0, tick 0.1,
 * lot 0.001; the model alone would put one tick on a market order.
 */
class RecordedQuotesTest {
  private static final long HOUR = 3_600_000L;
  private static final long START = 1_609_459_200_000L;

  private final List<DecisionRecord> decisions = new ArrayList<>();

  private static BarSeries bars(Instrument instrument) {
    int count = 4;
    long[][] columns = new long[6][count];
    for (int i = 0; i < count; i++) {
      columns[0][i] = START + i * HOUR;
      columns[1][i] = 1_000;
      columns[2][i] = 1_005;
      columns[3][i] = 980;
      columns[4][i] = 1_000;
      columns[5][i] = 1_000_000;
    }
    return new BarSeries(
        instrument.id(),
        Timeframe.ONE_HOUR,
        instrument.tick(),
        0,
        false,
        count,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  /** A quote at a time, bid and ask in ticks, 5 coins on each side. */
  private static QuoteHistory quote(long millis, long bid, long ask) {
    return new QuoteHistory(
        new BigDecimal("0.1"),
        0,
        new long[] {millis},
        new long[] {bid},
        new long[] {ask},
        new long[] {5},
        new long[] {5});
  }

  private Engine run(
      QuoteHistory quotes, String quantity, RiskProfile profile, Consumer<DecisionPass> first) {
    Instrument instrument =
        Instrument.of(
            InstrumentId.parse("x:AUSDT.P"), new BigDecimal("0.1"), new BigDecimal("0.001"));
    ContractCosts costs =
        new ContractCosts(
            Rate.ZERO,
            Rate.ZERO,
            100_000_000L,
            100_000_000L,
            true,
            Optional.empty(),
            LiquidityTier.LARGE,
            "given",
            "custom");
    Engine engine =
        new Engine(
            new EngineSetup(
                List.of(
                    new InstrumentData(
                        instrument,
                        bars(instrument),
                        Optional.empty(),
                        FundingHistory.none(),
                        Optional.empty(),
                        Optional.of(quotes))),
                new Period(START, START + 4 * HOUR),
                new Script(CloseRule.FIFO).at(0, first),
                new Sizing.FixedQuantity(new BigDecimal(quantity)),
                BigDecimal.ONE,
                new BigDecimal("10000"),
                List.of(costs),
                true,
                4_096,
                FillRules.standard(),
                profile),
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
    engine.run(() -> false);
    return engine;
  }

  private Engine buy(QuoteHistory quotes, String quantity) {
    return run(quotes, quantity, RiskProfile.research(), pass -> pass.enter(0, 1, Script.ENTRY));
  }

  @Test
  void aMarketOrderGetsTheRecordedAsk() {
    assertThat(buy(quote(START + HOUR, 997, 1_003), "1").log().fills().getFirst().ticks())
        .isEqualTo(1_003);
  }

  @Test
  void aQuoteOfThirtySecondsAgoStillCountsAndOneOfTwoMinutesAgoDoesNot() {
    assertThat(buy(quote(START + HOUR - 30_000, 997, 1_003), "1").log().fills().getFirst().ticks())
        .isEqualTo(1_003);
    assertThat(buy(quote(START + HOUR - 120_000, 997, 1_003), "1").log().fills().getFirst().ticks())
        .isEqualTo(1_001);
  }

  @Test
  void noLaterQuoteIsUsed() {
    assertThat(buy(quote(START + HOUR + 1, 997, 1_003), "1").log().fills().getFirst().ticks())
        .isEqualTo(1_001);
  }

  @Test
  void whatStandsAtTheBestPriceIsExceededAtModelledSlippage() {
    // 6 of 5: one basis point, up to the tick.
    assertThat(buy(quote(START + HOUR, 997, 1_003), "6").log().fills().getFirst().ticks())
        .isEqualTo(1_004);
  }

  @Test
  void aStopPaysHalfTheRecordedSpread() {
    Engine engine =
        run(
            quote(START + 2 * HOUR - 1, 990, 996),
            "1",
            RiskProfile.research(),
            pass -> pass.enter(0, 1, Script.ENTRY, Scenario.market("99", "")));
    // The stop at 99.0 is touched inside the bar from 01:00; half of six ticks.
    Fill stop = engine.log().fills().getLast();
    assertThat(stop.entry()).isFalse();
    assertThat(stop.ticks()).isEqualTo(990 - 3);
  }

  @Test
  void theGuardedProfileReadsSpreadAndDepthFromTheRecord() {
    run(
        quote(START + HOUR, 999, 1_000),
        "2",
        RiskProfile.guarded(),
        pass -> pass.enter(0, 1, Script.ENTRY));
    assertThat(decisions.getFirst().action()).isEqualTo("enter");
    assertThat(decisions.getFirst().checks())
        .filteredOn(each -> each.name().equals("insufficient_depth"))
        .containsExactly(new DecisionRecord.Check("insufficient_depth", "400", "500", true));
    decisions.clear();
    run(
        quote(START + HOUR, 999, 1_000),
        "3",
        RiskProfile.guarded(),
        pass -> pass.enter(0, 1, Script.ENTRY));
    assertThat(decisions.getFirst().refusal()).contains("insufficient_depth");
    decisions.clear();
    run(
        quote(START + HOUR, 995, 1_000),
        "1",
        RiskProfile.guarded(),
        pass -> pass.enter(0, 1, Script.ENTRY));
    // Half a percent is fifty basis points; twenty are the most for a large market.
    assertThat(decisions.getFirst().refusal()).contains("spread_too_wide");
  }
}
