package org.candlewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueScaleTest {
  @Test
  void ticksAreRoundAndInside() {
    ValueScale scale = new ValueScale(1_787, 2_031, 0, 264);
    assertThat(scale.ticks(44)).containsExactly(1_800.0, 1_850.0, 1_900.0, 1_950.0, 2_000.0);
    assertThat(scale.tickDecimals(44)).isZero();
  }

  @Test
  void decimalsTellTicksApart() {
    assertThat(new ValueScale(0.2251, 0.2259, 0, 200).tickDecimals(40)).isEqualTo(4);
    assertThat(new ValueScale(0, 10, 0, 100).tickDecimals(25)).isEqualTo(1);
  }

  @Test
  void valuesThatAreAllTheSameStillHaveAScale() {
    ValueScale scale = ValueScale.around(10_000, 10_000, 0.1, 0.1, 0, 100);
    assertThat(scale.y(10_000)).isBetween(45.0, 55.0);
    assertThat(scale.ticks(40)).isNotEmpty();
  }

  @Test
  void placesAndValuesAreInverse() {
    ValueScale scale = new ValueScale(5, 25, 10, 200);
    assertThat(scale.value(scale.y(12.5))).isEqualTo(12.5);
    assertThat(scale.y(25)).isEqualTo(10);
    assertThat(scale.y(5)).isEqualTo(210);
  }
}
