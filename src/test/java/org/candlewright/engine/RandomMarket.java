package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
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
import org.candlewright.strategy.StrategyDefinition;

/** Random bars with gaps, thin volume and funding, and setups of runs over them. */
public final class RandomMarket {
  public static final long HOUR = 3_600_000L;
  public static final long START = 1_609_459_200_000L;

  private static final Strategies STRATEGIES = new Strategies(Indicators.standard());

  private RandomMarket() {}

  public static StrategyDefinition template(String name) {
    return STRATEGIES.template(name).orElseThrow();
  }

  public static InstrumentData instrument(String name, int bars, SplittableRandom random) {
    Instrument instrument =
        Instrument.of(InstrumentId.parse(name), new BigDecimal("0.1"), new BigDecimal("0.001"));
    long[][] columns = new long[6][bars];
    long time = START;
    long price = 10_000;
    for (int i = 0; i < bars; i++) {
      time += random.nextInt(40) == 0 ? (1 + random.nextInt(12)) * HOUR : 0;
      long open = Math.max(50, price + random.nextInt(-5, 6));
      long close = Math.max(50, open + random.nextInt(-150, 152));
      columns[0][i] = time;
      columns[1][i] = open;
      columns[2][i] = Math.max(open, close) + random.nextInt(30);
      columns[3][i] = Math.min(open, close) - random.nextInt(30);
      columns[4][i] = close;
      columns[5][i] = random.nextInt(30) == 0 ? 0 : random.nextInt(2_000);
      time += HOUR;
      price = close;
    }
    BarSeries series =
        new BarSeries(
            instrument.id(),
            Timeframe.ONE_HOUR,
            instrument.tick(),
            0,
            false,
            bars,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]);
    return new InstrumentData(
        instrument,
        series,
        Optional.empty(),
        instrument.id().kind().isPerpetual() ? funding(time, random) : FundingHistory.none());
  }

  private static FundingHistory funding(long end, SplittableRandom random) {
    int count = (int) ((end - START) / (8 * HOUR));
    long[] times = new long[count];
    BigDecimal[] rates = new BigDecimal[count];
    for (int i = 0; i < count; i++) {
      times[i] = START + (i + 1) * 8L * HOUR;
      rates[i] = BigDecimal.valueOf(random.nextInt(-20_000, 40_000), 8);
    }
    return new FundingHistory(count, times, times, rates);
  }

  public static EngineSetup setup(
      StrategyDefinition strategy, List<InstrumentData> data, long toMillis, int block) {
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
        new Period(START + 100 * HOUR, toMillis),
        strategy.program(data),
        strategy.sizing(),
        strategy.leverage(),
        new BigDecimal("100000"),
        all,
        false,
        block);
  }

  /** Runs a setup to its end under a profile and keeps its decisions. */
  static Engine run(EngineSetup open, RiskProfile profile, List<DecisionRecord> decisions) {
    Engine engine =
        new Engine(
            new EngineSetup(
                open.instruments(),
                open.period(),
                open.program(),
                open.sizing(),
                open.leverage(),
                open.capital(),
                open.costs(),
                open.keepOpen(),
                open.blockSize(),
                open.rules(),
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

  /** The same data as if nothing after the given time had been recorded yet. */
  public static InstrumentData upTo(InstrumentData data, long millis) {
    int bars = data.bars().lastEndedAt(millis) + 1;
    int settlements = data.funding().firstAtOrAfter(millis + 1);
    long[] times = new long[settlements];
    BigDecimal[] rates = new BigDecimal[settlements];
    for (int i = 0; i < settlements; i++) {
      times[i] = data.funding().time(i);
      rates[i] = data.funding().rate(i);
    }
    return new InstrumentData(
        data.instrument(),
        data.bars().slice(0, bars),
        Optional.empty(),
        new FundingHistory(settlements, times, Arrays.copyOf(times, settlements), rates));
  }
}
