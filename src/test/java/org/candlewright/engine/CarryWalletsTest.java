package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.risk.RiskHalt;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A carry in a rally: the short loses in the perpetual wallet what the spot gains. Both legs have
 * the same price, 100 at first; funding of 0.1 % is paid every eight hours.
 */
class CarryWalletsTest {
  private static final long HOUR = RandomMarket.HOUR;
  private static final long START = RandomMarket.START;

  private final List<DecisionRecord> decisions = new ArrayList<>();

  /** Hourly bars of the given closes; each opens where the one before closed. */
  private static InstrumentData data(String name, boolean perpetual, int... closes) {
    Instrument instrument =
        Instrument.of(InstrumentId.parse(name), new BigDecimal("0.1"), new BigDecimal("0.001"));
    long[][] columns = new long[6][closes.length];
    long before = 1_000;
    for (int i = 0; i < closes.length; i++) {
      long close = 10L * closes[i];
      columns[0][i] = START + i * HOUR;
      columns[1][i] = before;
      columns[2][i] = Math.max(before, close);
      columns[3][i] = Math.min(before, close);
      columns[4][i] = close;
      columns[5][i] = 1_000_000;
      before = close;
    }
    BarSeries bars =
        new BarSeries(
            instrument.id(),
            Timeframe.ONE_HOUR,
            instrument.tick(),
            0,
            false,
            closes.length,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]);
    return new InstrumentData(
        instrument,
        bars,
        Optional.empty(),
        perpetual ? funding(closes.length) : FundingHistory.none());
  }

  private static FundingHistory funding(int hours) {
    int count = 1 + hours / 8;
    long[] times = new long[count];
    BigDecimal[] rates = new BigDecimal[count];
    for (int i = 0; i < count; i++) {
      times[i] = START + HOUR + 8 * i * HOUR;
      rates[i] = new BigDecimal("0.001");
    }
    return new FundingHistory(count, times, times, rates);
  }

  private Engine run(String capital, RiskProfile profile, int... closes) {
    StrategyDefinition carry = RandomMarket.template("funding-carry");
    List<InstrumentData> legs =
        List.of(data("x:AUSDT.P", true, closes), data("x:AUSDT", false, closes));
    EngineSetup open = RandomMarket.setup(carry, legs, START + 200 * HOUR, 4_096);
    Engine engine =
        new Engine(
            new EngineSetup(
                open.instruments(),
                new Period(START, START + closes.length * HOUR),
                open.program(),
                open.sizing(),
                open.leverage(),
                new BigDecimal(capital),
                open.costs(),
                true,
                open.blockSize(),
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

  private Engine run(String capital, int... closes) {
    return run(capital, RiskProfile.research(), closes);
  }

  private List<String> actions() {
    return decisions.stream().map(each -> each.action() + " " + each.reason()).toList();
  }

  private static long balance(Engine engine, int account) {
    return engine.state().ledger().stream()
        .filter(each -> each.account() == account)
        .mapToLong(EngineState.Balance::amount)
        .sum();
  }

  private static long perpetualLots(Engine engine) {
    return engine.state().positions().getFirst().lots();
  }

  @Test
  void theShortsMarginLiesInAWalletOfItsOwn() {
    Engine engine = run("10000", 100, 100, 100);
    // Ten coins (1,000 / 100), sold a tick below the open of 100.
    long held = -perpetualLots(engine);
    long margin = held * 10_000 * 999;
    assertThat(balance(engine, Ledger.MARGIN)).isEqualTo(margin);
    assertThat(balance(engine, Ledger.CASH) + margin).isEqualTo(engine.state().cash());
    assertThat(engine.summary().carry().orElseThrow().transfers()).isZero();
  }

  @Test
  void aRallyOfTwoThirdsLeavesTheBufferAndOneBeyondCallsForATransfer() {
    run("10000", 100, 100, 166, 166);
    assertThat(actions()).containsExactly("enter rate_above_threshold");
    decisions.clear();
    Engine engine = run("10000", 100, 100, 167, 167);
    assertThat(actions()).containsExactly("enter rate_above_threshold", "transfer margin_buffer");
    CarryMargin margin = engine.summary().carry().orElseThrow();
    assertThat(margin.transfers()).isEqualTo(1);
    // Margin and open loss are again what the position is worth: what price rose, twice.
    EngineState.Position perp = engine.state().positions().getFirst();
    long notional = -perp.lots() * 10_000 * 1_670;
    assertThat(balance(engine, Ledger.MARGIN) + perp.value()).isEqualTo(notional);
    assertThat(margin.transferred()).isEqualTo(-2 * perp.value());
  }

  @Test
  void aTransferChangesNeitherEquityNorWhatIsHeld() {
    Engine rich = run("10000", 100, 100, 150, 180, 220, 260, 310, 400, 600);
    assertThat(rich.summary().carry().orElseThrow().transfers()).isGreaterThan(1);
    assertThat(rich.log().trades()).isEmpty();
    long days = rich.days().stream().mapToLong(DayRow::change).sum();
    assertThat(days).isEqualTo(rich.summary().equity() - rich.summary().capital());
  }

  @Test
  void withoutCashBothLegsAreMadeSmallerTogether() {
    Engine engine = run("2010", 100, 100, 170, 170, 170);
    assertThat(actions()).contains("reduce margin_buffer");
    EngineState state = engine.state();
    EngineState.Position perp = state.positions().get(0);
    EngineState.Position coin = state.positions().get(1);
    assertThat(perp.lots()).isEqualTo(-coin.lots()).isGreaterThan(-9_000);
    assertThat(engine.summary().carry().orElseThrow().reductions()).isEqualTo(1);
    List<Trade> trades = Trade.assemble(engine.log(), true);
    assertThat(trades).hasSize(1);
    assertThat(trades.getFirst().second()).isPresent();
  }

  @Test
  void aShortThatIsTakenOverIsFollowedByItsSpotLeg() {
    Engine engine = run("2010", 100, 100, 100, 230, 230);
    List<Trade> trades = Trade.assemble(engine.log(), true);
    assertThat(trades).hasSize(1);
    assertThat(trades.getFirst().first().exitReason()).isEqualTo(Reasons.LIQUIDATION);
    assertThat(trades.getFirst().second().orElseThrow().exitReason()).isEqualTo(Reasons.LEG_LOST);
    // No more than the margin is lost: what is left of it goes back, and the wallet is empty.
    assertThat(balance(engine, Ledger.MARGIN)).isZero();
    assertThat(engine.state().positions()).allMatch(each -> each.lots() == 0);
  }

  @Test
  void theWalletIsEmptyOnceThePairIsClosed() {
    Engine engine = run("10000", 100, 100, 167, 167);
    assertThat(balance(engine, Ledger.MARGIN)).isPositive();
    assertThat(engine.summary().carry().orElseThrow().highestRate())
        .isLessThan(engine.summary().carry().orElseThrow().highestStressedRate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000", "2010", "4500"})
  void theMarginRateStaysBelowTheAlertInAnyRallyByHours(String capital) {
    int[] closes = new int[60];
    closes[0] = 100;
    for (int i = 1; i < closes.length; i++) {
      closes[i] = closes[i - 1] + closes[i - 1] / 12;
    }
    Engine engine = run(capital, closes);
    CarryMargin margin = engine.summary().carry().orElseThrow();
    assertThat(margin.highestRate()).isLessThan(new BigDecimal("0.8"));
    assertThat(actions()).noneMatch(each -> each.startsWith("alert"));
  }

  @Test
  void underTheGuardedProfileBothLegsAreOneUnit() {
    Engine engine = run("10000", RiskProfile.guarded(), 100, 100, 100);
    assertThat(decisions.getFirst().action()).isEqualTo("enter");
    assertThat(decisions.getFirst().checks()).allMatch(DecisionRecord.Check::passed);
    assertThat(decisions.getFirst().checks())
        .extracting(DecisionRecord.Check::name)
        .contains("strategy_caps", "max_total_at_risk_pct", "symbol_exposure_cap");
    assertThat(perpetualLots(engine)).isEqualTo(-10_000);
  }

  @Test
  void aBreakerClosesBothLegsTogether() {
    RiskProfile narrow = RiskProfile.guarded().with(RiskLimit.MAX_DRAWDOWN, "0.0001");
    Engine engine = run("10000", narrow, 100, 100, 100, 100, 100);
    assertThat(engine.summary().halt()).map(RiskHalt::code).contains("max_drawdown");
    List<Trade> trades = Trade.assemble(engine.log(), true);
    assertThat(trades).hasSize(1);
    Trade trade = trades.getFirst();
    assertThat(trade.first().exitReason()).isEqualTo(Reasons.MAX_DRAWDOWN);
    assertThat(trade.first().exitMillis()).isEqualTo(trade.second().orElseThrow().exitMillis());
    assertThat(engine.state().positions()).allMatch(each -> each.lots() == 0);
  }

  /** 1.000 sold short against 0.980 bought differ by exactly 2 %; one lot less is too much. */
  @Test
  void legsHaveDriftedOnceTheyDifferByMoreThanAFiftieth() {
    Book perp = book(0, data("x:AUSDT.P", true, 100, 100));
    Book coin = book(1, data("x:AUSDT", false, 100, 100));
    PairStep step = PairStep.of(perp, coin);
    perp.lots = -1_000;
    coin.lots = 980;
    assertThat(HedgeWatch.drifted(perp, coin, step)).isFalse();
    coin.lots = 979;
    assertThat(HedgeWatch.drifted(perp, coin, step)).isTrue();
    perp.lots = -980;
    coin.lots = 1_000;
    assertThat(HedgeWatch.drifted(perp, coin, step)).isFalse();
    perp.lots = -979;
    assertThat(HedgeWatch.drifted(perp, coin, step)).isTrue();
  }

  private static Book book(int index, InstrumentData data) {
    EngineSetup setup =
        RandomMarket.setup(
            RandomMarket.template("ema-crossover"), List.of(data), START + 200 * HOUR, 64);
    FillModel model =
        new FillModel(
            data.instrument(), setup.costs().getFirst(), data.bars(), 12, FillRules.standard());
    return new Book(index, data, model, 0, 0, data.bars().size());
  }
}
