package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RefusedTrade;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskLimit;
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
import org.junit.jupiter.api.Test;

/** What refused entries would have brought, against a run in which they were not refused. */
class RefusedTradesTest {
  /** One random perpetual. */
  private record Market(InstrumentData data) implements MarketStore {
    @Override
    public List<Instrument> instruments() {
      return List.of(data.instrument());
    }

    @Override
    public Optional<Instrument> instrument(InstrumentId id) {
      return Optional.of(data.instrument());
    }

    @Override
    public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
      return data.bars();
    }

    @Override
    public List<Timeframe> timeframes(InstrumentId id) {
      return List.of(Timeframe.ONE_HOUR);
    }

    @Override
    public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
      return Optional.empty();
    }

    @Override
    public FundingHistory funding(InstrumentId id) {
      return data.funding();
    }

    @Override
    public List<StoredSeries> contents() {
      return List.of();
    }
  }

  private record Made(RunPlan plan, List<DecisionRecord> decisions, Engine engine) {}

  private static Made run(RiskProfile profile) {
    InstrumentData data = RandomMarket.instrument("x:AUSDT.P", 1_500, new SplittableRandom(5));
    BacktestService service =
        new BacktestService(new Market(data), new Strategies(Indicators.standard()));
    RunPlan plan =
        service.plan(
            new BacktestRequest(
                RandomMarket.template("ema-crossover"),
                List.of(data.instrument().id()),
                Timeframe.ONE_HOUR,
                new Period(
                    RandomMarket.START + 100 * RandomMarket.HOUR, data.bars().endTime(1_499)),
                new BigDecimal("100000"),
                CostOptions.defaults(),
                profile,
                false,
                "",
                EngineSetup.DEFAULT_BLOCK));
    List<DecisionRecord> decisions = new ArrayList<>();
    Engine engine =
        new Engine(
            plan.setup(),
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
    return new Made(plan, decisions, engine);
  }

  @Test
  void theFirstRefusalIsWorthWhatTheSameEntryBroughtInARunThatLetItIn() {
    // Nothing else refuses; the spacing of a year lets in the first entry alone.
    RiskProfile wide =
        RiskProfile.guarded()
            .with(RiskLimit.MAX_DRAWDOWN, "1")
            .with(RiskLimit.DAILY_STOP_LOSS, "1")
            .with(RiskLimit.WEEKLY_STOP_LOSS, "1")
            .with(RiskLimit.COOLDOWN_AFTER_LOSS, "0")
            .with(RiskLimit.COOLDOWN_AFTER_STOP, "0")
            .with(RiskLimit.COOLDOWN_AFTER_WIN, "0")
            .with(RiskLimit.CONSECUTIVE_LOSS_COOLDOWN, "0")
            .with(RiskLimit.GLOBAL_TRADE_SPACING, "0");
    Made free = run(wide);
    Made strict = run(wide.with(RiskLimit.GLOBAL_TRADE_SPACING, "31536000"));
    DecisionRecord refused =
        strict.decisions().stream()
            .filter(each -> each.refusal().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(refused.refusal()).contains("global_trade_spacing");
    long order =
        free.decisions().stream()
            .filter(
                each -> each.timeMillis() == refused.timeMillis() && each.action().equals("enter"))
            .findFirst()
            .orElseThrow()
            .order();
    long net =
        free.engine().log().trades().stream()
            .filter(trade -> trade.entryOrder() == order)
            .mapToLong(LegTrade::net)
            .sum();
    assertThat(new RefusedTrade(strict.plan()).net(refused)).isEqualTo(OptionalLong.of(net));
    assertThat(net).isNotZero();
  }

  @Test
  void askingChangesNothingOfTheRunAndAnswersTheSameTwice() {
    Made made = run(RiskProfile.guarded().with(RiskLimit.GLOBAL_TRADE_SPACING, "864000"));
    List<DecisionRecord> refused =
        made.decisions().stream().filter(each -> RefusedTrade.answers(made.plan(), each)).toList();
    assertThat(refused).isNotEmpty();
    RefusedTrade one = new RefusedTrade(made.plan());
    RefusedTrade other = new RefusedTrade(made.plan());
    for (DecisionRecord each : refused) {
      assertThat(one.net(each)).isEqualTo(other.net(each));
    }
  }

  @Test
  void noAnswerIsGivenWhereNothingWasRefused() {
    Made made = run(RiskProfile.guarded());
    assertThat(made.decisions())
        .filteredOn(each -> each.refusal().isEmpty())
        .isNotEmpty()
        .noneMatch(each -> RefusedTrade.answers(made.plan(), each));
  }
}
