package org.candlewright.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RandomMarket;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.StrategyDefinition;

/** Plans of runs on random markets. */
public final class RandomRuns {
  private static final int BARS = 1_500;
  private static final long END = RandomMarket.START + 5_000 * RandomMarket.HOUR;

  private RandomRuns() {}

  public static List<InstrumentData> market(long seed, boolean carry) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names =
        carry
            ? List.of("binance:AUSDT.P", "binance:AUSDT", "bybit:BUSDT.P", "bybit:BUSDT")
            : seed % 2 == 0
                ? List.of("x:AUSDT.P")
                : List.of("x:AUSDT.P", "binance:AUSDT", "x:BUSDT.P");
    return names.stream().map(name -> RandomMarket.instrument(name, BARS, random)).toList();
  }

  /** A plan with a program of its own. */
  public static RunPlan plan(List<InstrumentData> data, boolean carry) {
    return plan(data, RandomMarket.template(carry ? "funding-carry-backtest" : "ema-crossover"));
  }

  /** A plan of a strategy. */
  public static RunPlan plan(List<InstrumentData> data, StrategyDefinition strategy) {
    EngineSetup setup = RandomMarket.setup(strategy, data, END, EngineSetup.DEFAULT_BLOCK);
    BacktestRequest request =
        new BacktestRequest(
            strategy,
            data.stream()
                .map(each -> each.instrument().id())
                .filter(id -> strategy.legs() != Legs.PERPETUAL_AND_SPOT || id.kind().isPerpetual())
                .toList(),
            Timeframe.ONE_HOUR,
            new Period(setup.period().fromMillis(), setup.period().toMillis()),
            new BigDecimal("100000"),
            CostOptions.defaults(),
            RiskProfile.research(),
            false,
            "random",
            EngineSetup.DEFAULT_BLOCK);
    return new RunPlan(
        request, setup, JsonNodeFactory.instance.objectNode(), "run", "config", "data");
  }

  public static ReplayRun open(long seed, boolean carry) {
    return ReplayRun.open(plan(market(seed, carry), carry), () -> false, share -> {});
  }
}
