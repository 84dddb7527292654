package org.candlewright.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

class IndicatorBlocksTest {

  @Property(tries = 60)
  void valuesDoNotDependOnWhereBlocksEnd(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int size,
      @ForAll @IntRange(min = 1, max = 30) int period) {
    BarSeries bars = SampleBars.walk(seed, size);
    for (IndicatorKind kind : Indicators.standard().all()) {
      double[] whole = IndicatorValuesTest.values(kind.factory().apply(period), bars);
      assertThat(bits(cut(kind, period, bars, new Random(seed), false))).isEqualTo(bits(whole));
    }
  }

  @Property(tries = 60)
  void aSavedIndicatorGoesOnAsIfItHadNeverStopped(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int size,
      @ForAll @IntRange(min = 1, max = 30) int period) {
    BarSeries bars = SampleBars.walk(seed, size);
    for (IndicatorKind kind : Indicators.standard().all()) {
      double[] whole = IndicatorValuesTest.values(kind.factory().apply(period), bars);
      assertThat(bits(cut(kind, period, bars, new Random(seed), true))).isEqualTo(bits(whole));
    }
  }

  @Property(tries = 60)
  void valuesDoNotChangeWhenLaterBarsDo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    int kept = 1 + new Random(seed).nextInt(size - 1);
    for (IndicatorKind kind : Indicators.standard().all()) {
      double[] whole = IndicatorValuesTest.values(kind.factory().apply(7), bars);
      double[] part = IndicatorValuesTest.values(kind.factory().apply(7), bars.slice(0, kept));
      assertThat(bits(part)).isEqualTo(bits(Arrays.copyOf(whole, kept)));
    }
  }

  private static double[] cut(
      IndicatorKind kind, int period, BarSeries bars, Random random, boolean restart) {
    Indicator indicator = kind.factory().apply(period);
    PriceBlock block = new PriceBlock(bars);
    double[] all = new double[bars.size()];
    double[] out = new double[64];
    for (int from = 0; from < bars.size(); ) {
      int to = Math.min(bars.size(), from + 1 + random.nextInt(out.length));
      block.moveTo(from, to);
      indicator.update(block, out);
      System.arraycopy(out, 0, all, from, to - from);
      from = to;
      if (restart) {
        StateWriter saved = new StateWriter();
        indicator.save(saved);
        indicator = kind.factory().apply(period);
        StateReader reader = new StateReader(saved.toWords());
        indicator.restore(reader);
        assertThat(reader.exhausted()).isTrue();
      }
    }
    return all;
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }
}
