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

/** Every registered indicator, with settings and sources drawn at random. */
class IndicatorBlocksTest {

  @Property(tries = 60)
  void valuesDoNotDependOnWhereBlocksEnd(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    for (IndicatorKind kind : Indicators.standard().all()) {
      IndicatorSettings settings = RandomSettings.of(kind, new Random(seed));
      assertThat(bits(cut(kind, settings, bars, new Random(seed), 64, false)))
          .as(kind.name())
          .isEqualTo(bits(whole(kind, settings, bars)));
    }
  }

  @Property(tries = 30)
  void oneByOneIsTheSameAsAllAtOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    for (IndicatorKind kind : Indicators.standard().all()) {
      IndicatorSettings settings = RandomSettings.of(kind, new Random(seed));
      assertThat(bits(cut(kind, settings, bars, new Random(seed), 1, false)))
          .as(kind.name())
          .isEqualTo(bits(whole(kind, settings, bars)));
    }
  }

  @Property(tries = 60)
  void aSavedIndicatorGoesOnAsIfItHadNeverStopped(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    for (IndicatorKind kind : Indicators.standard().all()) {
      IndicatorSettings settings = RandomSettings.of(kind, new Random(seed));
      assertThat(bits(cut(kind, settings, bars, new Random(seed), 64, true)))
          .as(kind.name())
          .isEqualTo(bits(whole(kind, settings, bars)));
    }
  }

  @Property(tries = 60)
  void valuesDoNotChangeWhenLaterBarsDo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int size) {
    BarSeries bars = SampleBars.walk(seed, size);
    int kept = 1 + new Random(seed).nextInt(size - 1);
    for (IndicatorKind kind : Indicators.standard().all()) {
      IndicatorSettings settings = RandomSettings.of(kind, new Random(seed));
      double[][] whole = whole(kind, settings, bars);
      double[][] part = whole(kind, settings, bars.slice(0, kept));
      for (int output = 0; output < whole.length; output++) {
        whole[output] = Arrays.copyOf(whole[output], kept);
      }
      assertThat(bits(part)).as(kind.name()).isEqualTo(bits(whole));
    }
  }

  @Property(tries = 60)
  void theDeclaredWarmUpIsTrue(@ForAll long seed) {
    BarSeries bars = SampleBars.walk(seed, 400);
    for (IndicatorKind kind : Indicators.standard().all()) {
      IndicatorSettings drawn = RandomSettings.of(kind, new Random(seed));
      IndicatorSettings settings = new IndicatorSettings(drawn.values(), PriceSource.HLC3);
      int warmUp = kind.warmUp().applyAsInt(settings);
      double[][] values = whole(kind, settings, bars);
      boolean someMissing = warmUp == 0;
      for (double[] output : values) {
        someMissing |= warmUp > 0 && Double.isNaN(output[warmUp - 1]);
        for (int i = warmUp; i < bars.size(); i++) {
          // A z-score has no value where nothing moves, whenever that is.
          if (!kind.name().equals("zscore")) {
            assertThat(output[i]).as(kind.name() + " bar " + i).isNotNaN();
          }
        }
      }
      assertThat(someMissing).as(kind.name() + " warms up over " + warmUp).isTrue();
    }
  }

  @Property(tries = 60)
  void barsWithoutAValueOfTheSourceArePassedOver(@ForAll long seed) {
    BarSeries bars = SampleBars.walk(seed, 300);
    Random random = new Random(seed);
    boolean[] missing = new boolean[bars.size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = random.nextInt(4) == 0;
    }
    for (IndicatorKind kind : Indicators.standard().all()) {
      // Those that also read whole bars cannot pass any of them over.
      if (kind.source().isEmpty() || kind.name().matches("keltner|price")) {
        continue;
      }
      IndicatorSettings settings = RandomSettings.of(kind, new Random(seed));
      ValueSource holes = block -> holes(settings.source().values(block), block, missing);
      double[][] all = whole(kind, new IndicatorSettings(settings.values(), holes), bars);
      double[][] dense = whole(kind, settings, without(bars, missing));
      for (int i = 0, kept = 0; i < missing.length; i++) {
        double expected = missing[i] ? Double.NaN : dense[0][kept++];
        assertThat(Double.doubleToLongBits(all[0][i]))
            .as(kind.name() + " bar " + i)
            .isEqualTo(Double.doubleToLongBits(expected));
      }
    }
  }

  private static double[] holes(double[] values, PriceBlock block, boolean[] missing) {
    double[] holed = Arrays.copyOf(values, block.size());
    for (int i = 0; i < holed.length; i++) {
      holed[i] = missing[block.from() + i] ? Double.NaN : holed[i];
    }
    return holed;
  }

  private static BarSeries without(BarSeries bars, boolean[] missing) {
    long[][] columns = {
      bars.openTimes(), bars.opens(), bars.highs(), bars.lows(), bars.closes(), bars.volumes()
    };
    int kept = 0;
    long[][] left = new long[columns.length][bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      for (int column = 0; column < columns.length; column++) {
        left[column][kept] = columns[column][i];
      }
      kept += missing[i] ? 0 : 1;
    }
    return new BarSeries(
        bars.instrument(),
        bars.timeframe(),
        bars.tick(),
        bars.volumeDigits(),
        bars.quoteVolume(),
        kept,
        left[0],
        left[1],
        left[2],
        left[3],
        left[4],
        left[5]);
  }

  private static double[][] whole(IndicatorKind kind, IndicatorSettings settings, BarSeries bars) {
    PriceBlock block = new PriceBlock(bars);
    block.moveTo(0, bars.size());
    double[][] out = new double[kind.outputs().size()][bars.size()];
    kind.make(settings).update(block, out);
    return out;
  }

  private static double[][] cut(
      IndicatorKind kind,
      IndicatorSettings settings,
      BarSeries bars,
      Random random,
      int longest,
      boolean restart) {
    Indicator indicator = kind.make(settings);
    PriceBlock block = new PriceBlock(bars);
    double[][] all = new double[kind.outputs().size()][bars.size()];
    double[][] out = new double[all.length][longest];
    for (int from = 0; from < bars.size(); ) {
      int to = Math.min(bars.size(), from + 1 + random.nextInt(longest));
      block.moveTo(from, to);
      indicator.update(block, out);
      for (int output = 0; output < all.length; output++) {
        System.arraycopy(out[output], 0, all[output], from, to - from);
      }
      from = to;
      if (restart) {
        StateWriter saved = new StateWriter();
        indicator.save(saved);
        indicator = kind.make(settings);
        StateReader reader = new StateReader(saved.toWords());
        indicator.restore(reader);
        assertThat(reader.exhausted()).isTrue();
      }
    }
    return all;
  }

  private static long[][] bits(double[][] values) {
    return Arrays.stream(values)
        .map(column -> Arrays.stream(column).mapToLong(Double::doubleToLongBits).toArray())
        .toArray(long[][]::new);
  }
}
