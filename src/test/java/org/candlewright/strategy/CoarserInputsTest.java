package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.candlewright.indicator.Ema;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarResampler;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Test;

/** Indicators on a coarser timeframe than the run's: hours with bars of four hours above. */
class CoarserInputsTest {
  private static final String EMA =
      RuleFiles.file(
          """
      "indicators": {"slow": {"indicator": "ema", "period": 3, "timeframe": "%s"}},
      "rules": [{"name": "up", "side": "long", "when": {"greater": ["close", "slow"]}}]""");

  @Test
  void aCoarserInputShowsItsLastEndedBar() {
    String file =
        RuleFiles.file(
            """
        "indicators": {"hours": {"indicator": "price", "source": "high", "timeframe": "4h"}},
        "rules": [{"name": "up", "side": "long", "when": {"greater": ["close", "hours"]}}]""");
    BarSeries bars = SampleBars.closes(100, 130, 110, 120, 150, 90, 90, 90, 80);
    StrategyProgram program = RuleFiles.program(RuleFiles.parse(file), bars);
    assertThat(program.lines(0))
        .extracting(IndicatorLine::name)
        .containsExactly("Price of high 4h");
    // The bar of 0 to 4 o'clock is known when the hour from 3 to 4 has ended, not before.
    assertThat(program.lineValue(0, 0, 2)).isNaN();
    assertThat(program.lineValue(0, 0, 3)).isEqualTo(13.0);
    assertThat(program.lineValue(0, 0, 6)).isEqualTo(13.0);
    assertThat(program.lineValue(0, 0, 7)).isEqualTo(15.0);
    assertThat(program.lineValue(0, 0, 8)).isEqualTo(15.0);
  }

  @Property(tries = 100)
  void itIsTheIndicatorOfTheResampledBarsThatHaveEnded(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
    BarSeries bars = withGaps(SampleBars.walk(seed, size), seed);
    StrategyProgram program = RuleFiles.program(RuleFiles.parse(EMA.formatted("4h")), bars);
    BarSeries coarse = BarResampler.resample(bars, Timeframe.parse("4h"));
    PriceBlock block = new PriceBlock(coarse);
    block.moveTo(0, coarse.size());
    double[] values = new double[coarse.size()];
    new Ema(3).update(block, values);
    for (int i = 0; i < bars.size(); i++) {
      int ended = coarse.lastEndedAt(bars.endTime(i));
      double expected = ended < 0 ? Double.NaN : values[ended];
      assertThat(program.lineValue(0, 0, i)).as("bar " + i).isEqualTo(expected, nearest());
    }
  }

  private static org.assertj.core.data.Offset<Double> nearest() {
    return org.assertj.core.api.Assertions.within(0.0);
  }

  @Test
  void aFirstBarThatTheDataCutsOffIsLeftOut() {
    BarSeries bars = SampleBars.walk(1, 40);
    BarSeries cut = bars.slice(2, 40);
    StrategyProgram program = RuleFiles.program(RuleFiles.parse(EMA.formatted("4h")), cut);
    assertThat(program.lineValue(0, 0, 4)).isNaN();
    assertThat(program.lineValue(0, 0, 5)).isEqualTo(bars.price(bars.closes()[7]));
  }

  @Test
  void warmUpCountsTheRunsBars() {
    StrategyProgram program =
        RuleFiles.program(RuleFiles.parse(EMA.formatted("4h")), SampleBars.walk(1, 40));
    assertThat(program.warmUpBars()).isEqualTo((25 * 3 + 1) * 4);
  }

  @Test
  void aTimeframeThatIsNotCoarserIsRefusedByItsPath() {
    for (String timeframe : new String[] {"1h", "15m"}) {
      InputException refused =
          catchThrowableOfType(
              InputException.class,
              () ->
                  RuleFiles.program(
                      RuleFiles.parse(EMA.formatted(timeframe)), SampleBars.walk(1, 40)));
      assertThat(refused).hasMessageContaining("indicators.slow.timeframe");
    }
  }

  /** The same bars without some stretches, none at the very beginning. */
  private static BarSeries withGaps(BarSeries bars, long seed) {
    java.util.Random random = new java.util.Random(seed);
    long[] times = new long[bars.size()];
    long time = bars.openTime(0);
    for (int i = 0; i < times.length; i++) {
      times[i] = time;
      time += bars.timeframe().millis() * (random.nextInt(10) == 0 ? 1 + random.nextInt(9) : 1);
    }
    return new BarSeries(
        bars.instrument(),
        bars.timeframe(),
        bars.tick(),
        bars.volumeDigits(),
        bars.quoteVolume(),
        bars.size(),
        times,
        bars.opens(),
        bars.highs(),
        bars.lows(),
        bars.closes(),
        bars.volumes());
  }
}
