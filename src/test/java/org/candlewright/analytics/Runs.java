package org.candlewright.analytics;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RandomMarket;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.export.RunFiles;
import org.candlewright.export.RunRecorder;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;

/** Runs to compute metrics of, with their exported files. */
record Runs(BacktestResult result, Map<String, byte[]> files) {
  private static final long START = RandomMarket.START + 100 * RandomMarket.HOUR;

  static Runs emaCrossover(long seed, int bars) {
    InstrumentData perpetual =
        RandomMarket.instrument("bybit:BTCUSDT.P", bars, new SplittableRandom(seed));
    return run(
        new MarketInMemory(List.of(perpetual)),
        "ema-crossover",
        List.of(perpetual.instrument().id()),
        new Period(START, end(perpetual)),
        "100000");
  }

  static Runs carry(long seed, int bars) {
    InstrumentData perpetual =
        RandomMarket.instrument("bybit:BTCUSDT.P", bars, new SplittableRandom(seed));
    InstrumentData spot =
        RandomMarket.instrument("bybit:BTCUSDT", bars, new SplittableRandom(seed));
    return run(
        new MarketInMemory(List.of(perpetual, spot)),
        "funding-carry-backtest",
        List.of(perpetual.instrument().id()),
        new Period(START, end(perpetual)),
        "10000");
  }

  private static long end(InstrumentData data) {
    return data.bars().endTime(data.bars().size() - 1);
  }

  static Runs run(
      MarketStore market,
      String template,
      List<InstrumentId> instruments,
      Period period,
      String capital) {
    Strategies strategies = new Strategies(Indicators.standard());
    BacktestService service = new BacktestService(market, strategies);
    RunPlan plan =
        service.plan(
            new BacktestRequest(
                strategies.template(template).orElseThrow(),
                instruments,
                Timeframe.ONE_HOUR,
                period,
                new BigDecimal(capital),
                CostOptions.defaults(),
                RiskProfile.research(),
                false,
                "",
                EngineSetup.DEFAULT_BLOCK));
    RunRecorder recorder = new RunRecorder(plan);
    BacktestResult result = service.run(plan, recorder, () -> false);
    return new Runs(result, RunFiles.of(result, recorder));
  }

  String text(String file) {
    return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
  }
}
