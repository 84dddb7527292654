package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.Fill;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.strategy.Sizing;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.strategy.StrategyProgram;

/**
 * The template {@code ema-crossover} on one instrument, for the engine and for the bare loop.
 *
 * <p>The template stakes all of equity; after some thousand round trips on random prices costs have
 * eaten the account and nothing would be left to measure. So each trade stakes a small share.
 */
final class EmaRun {
  private static final BigDecimal CAPITAL = new BigDecimal("10000000");
  static final ContractCosts COSTS =
      new ContractCosts(
          Rate.of(new BigDecimal("0.0002")),
          Rate.of(new BigDecimal("0.0005")),
          ContractCosts.fromBps(BigDecimal.ONE),
          ContractCosts.fromBps(BigDecimal.ONE),
          true,
          Optional.of(new BigDecimal("0.1")),
          LiquidityTier.LARGE,
          "given",
          "custom");

  private final InstrumentData data;
  private final long shareDivisor;
  private final StrategyDefinition strategy =
      new Strategies(Indicators.standard()).template("ema-crossover").orElseThrow();

  /**
   * @param shareDivisor the n in a stake of 1 / n of equity
   */
  EmaRun(InstrumentData data, long shareDivisor) {
    this.data = data;
    this.shareDivisor = shareDivisor;
  }

  InstrumentData data() {
    return data;
  }

  /** A whole run: the strategy compiled, the bars walked, the last position closed. */
  Engine engine() {
    Engine engine = new Engine(setup(), RunObserver.NONE);
    engine.run(() -> false);
    return engine;
  }

  /** The plan of a backtest, made once: reading and hashing data are no part of a run. */
  RunPlan plan() {
    return service()
        .plan(
            new BacktestRequest(
                strategy,
                List.of(data.instrument().id()),
                data.bars().timeframe(),
                period(),
                CAPITAL,
                CostOptions.defaults(),
                RiskProfile.research(),
                false,
                "",
                EngineSetup.DEFAULT_BLOCK));
  }

  /** A whole run with its trades assembled and all metrics computed. */
  BacktestResult withMetrics(RunPlan plan) {
    return service().run(fresh(plan), RunObserver.NONE, () -> false);
  }

  /** The plan with a program of its own and the small stake. */
  RunPlan fresh(RunPlan plan) {
    return new RunPlan(
        plan.request(),
        setup(),
        plan.document(),
        plan.runId(),
        plan.configHash(),
        plan.fingerprint());
  }

  BacktestService service() {
    return new BacktestService(new MemoryMarket(data), new Strategies(Indicators.standard()));
  }

  private Period period() {
    BarSeries bars = data.bars();
    return new Period(bars.openTime(0), bars.endTime(bars.size() - 1));
  }

  private EngineSetup setup() {
    return new EngineSetup(
        List.of(data),
        period(),
        strategy.program(List.of(data)),
        new Sizing.EquityShare(
            Optional.of(BigDecimal.ONE.divide(BigDecimal.valueOf(shareDivisor)))),
        strategy.leverage(),
        CAPITAL,
        List.of(COSTS),
        false,
        EngineSetup.DEFAULT_BLOCK);
  }

  BareLoop bareLoop() {
    BarSeries bars = data.bars();
    int settlements = data.funding().size();
    int[] settlementBars = new int[settlements];
    long[] rates = new long[settlements];
    for (int i = 0; i < settlements; i++) {
      settlementBars[i] = bars.lastEndedAt(data.funding().time(i));
      rates[i] = data.funding().rateUnits(i);
    }
    long flat = COSTS.halfSpread() + COSTS.slippage();
    Rate taker = COSTS.taker();
    return new BareLoop(
        bars.opens(),
        bars.closes(),
        signals(),
        settlementBars,
        rates,
        new BareLoop.Terms(
            data.instrument().notionalUnit(),
            Exact.scaled(CAPITAL, 8),
            shareDivisor,
            Exact.RATE_ONE + flat + taker.times(Exact.RATE_ONE),
            flat,
            taker.numerator(),
            taker.denominator()));
  }

  /** Per bar 1 where the strategy wants to be long, -1 short, 0 no signal. */
  private byte[] signals() {
    int size = data.bars().size();
    StrategyProgram program = strategy.program(List.of(data));
    byte[] signals = new byte[size];
    for (int from = 0; from < size; from += EngineSetup.DEFAULT_BLOCK) {
      int to = Math.min(size, from + EngineSetup.DEFAULT_BLOCK);
      program.update(0, from, to);
      for (byte side = -1; side <= 1; side += 2) {
        // Who holds the other side waits for this one.
        int bar = program.nextDecision(0, Math.max(from, program.minimumBars() - 1), to, -side);
        while (bar < to) {
          signals[bar] = side;
          bar = program.nextDecision(0, bar + 1, to, -side);
        }
      }
    }
    return signals;
  }

  /** Fails unless both booked the same fills, fees, funding and equity to the last unit. */
  static void requireEqual(Engine engine, BareLoop bare) {
    List<Fill> fills = engine.log().fills();
    require("fills", fills.size(), bare.fills);
    for (int i = 0; i < bare.fills; i++) {
      Fill fill = fills.get(i);
      require("price of fill " + i, fill.ticks(), bare.fillTicks[i]);
      require("lots of fill " + i, fill.side() * fill.lots(), bare.fillLots[i]);
      require("fee of fill " + i, fill.fee(), bare.fillFees[i]);
    }
    require("fees", engine.summary().fees(), bare.fees);
    require("funding", engine.summary().funding(), bare.funding);
    require("equity", engine.summary().equity(), bare.equity);
  }

  private static void require(String what, long engine, long bare) {
    if (engine != bare) {
      throw new IllegalStateException(
          what + ": " + engine + " in the engine, " + bare + " in the bare loop");
    }
  }
}
