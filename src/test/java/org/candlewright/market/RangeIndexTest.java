package org.candlewright.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.candlewright.indicator.SampleBars;
import org.junit.jupiter.api.Test;

class RangeIndexTest {
  @Test
  void nothingInAStretchLiesBeyondItsExtremesAndWholeStretchesAreExact() {
    BarSeries bars = SampleBars.walk(3, 1_000);
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      int from = random.nextInt(1_000);
      int to = from + 1 + random.nextInt(1_000 - from);
      for (int bar = from; bar < to; bar++) {
        assertThat(bars.highs()[bar]).isLessThanOrEqualTo(bars.ranges().noneAbove(from, to));
        assertThat(bars.lows()[bar]).isGreaterThanOrEqualTo(bars.ranges().noneBelow(from, to));
      }
    }
    long highest = Long.MIN_VALUE;
    for (int bar = 256; bar < 512; bar++) {
      highest = Math.max(highest, bars.highs()[bar]);
    }
    assertThat(bars.ranges().noneAbove(256, 512)).isEqualTo(highest);
  }

  @Test
  void anEmptyStretchReachesNothing() {
    BarSeries bars = SampleBars.walk(3, 10);
    assertThat(bars.ranges().noneAbove(4, 4)).isEqualTo(Long.MIN_VALUE);
    assertThat(bars.ranges().noneBelow(4, 4)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aMissingBarIsNoticed() {
    BarSeries whole = SampleBars.walk(3, 100);
    assertThat(whole.withoutGaps()).isTrue();
    BarSeries late = SampleBars.walk(3, 100);
    for (int bar = 60; bar < 100; bar++) {
      late.openTimes()[bar] += late.timeframe().millis();
    }
    assertThat(late.withoutGaps()).isFalse();
  }
}
