package org.candlewright.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PyramidTest {
  @Test
  void extremesOfAnyRangeAreExact() {
    SplittableRandom random = new SplittableRandom(1);
    for (int size : new int[] {1, 3, 4, 5, 16, 17, 64, 1_000, 4_097}) {
      double[] lows = random.doubles(size).toArray();
      double[] highs = random.doubles(size, 1, 2).toArray();
      Pyramid pyramid = Pyramid.of(i -> lows[i], i -> highs[i], size);
      for (int i = 0; i < 200; i++) {
        int from = random.nextInt(size);
        int to = from + 1 + random.nextInt(size - from);
        Pyramid.Range expected = new Pyramid.Range();
        for (int at = from; at < to; at++) {
          expected.include(lows[at]);
          expected.include(highs[at]);
        }
        Pyramid.Range range = new Pyramid.Range();
        pyramid.include(from, to, range);
        assertThat(range.min()).isEqualTo(expected.min());
        assertThat(range.max()).isEqualTo(expected.max());
      }
    }
  }

  @Test
  void theCostOfARangeGrowsWithTheLogarithmOfItsLength() {
    int size = 1 << 20;
    int[] reads = new int[1];
    Pyramid pyramid =
        Pyramid.of(
            i -> {
              reads[0]++;
              return i;
            },
            size);
    reads[0] = 0;
    pyramid.include(1, size - 1, new Pyramid.Range());
    assertThat(reads[0]).isLessThan(20);
  }

  @Test
  void valuesThatAreNoNumbersCountForNothing() {
    double[] values = {Double.NaN, Double.NaN, 3, Double.NaN, 5, Double.NaN};
    Pyramid pyramid = Pyramid.of(i -> values[i], values.length);
    Pyramid.Range range = new Pyramid.Range();
    pyramid.include(0, 2, range);
    assertThat(range.isEmpty()).isTrue();
    pyramid.include(0, 6, range);
    assertThat(range.min()).isEqualTo(3);
    assertThat(range.max()).isEqualTo(5);
  }
}
