package org.candlewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void pricesAreGroupedWithTheirDecimals() {
    assertThat(NumberText.plain(61_250.5, 1)).isEqualTo("61,250.5");
    assertThat(NumberText.plain(1_234_567, 0)).isEqualTo("1,234,567");
    assertThat(NumberText.plain(0.00001234, 8)).isEqualTo("0.00001234");
  }

  @Test
  void aMinusIsTheRealOneAndZeroHasNoSign() {
    assertThat(NumberText.plain(-100.53, 2)).isEqualTo("\u2212100.53");
    assertThat(NumberText.plain(-0.001, 2)).isEqualTo("0.00");
    assertThat(NumberText.signed(0.001, 2)).isEqualTo("0.00");
    assertThat(NumberText.signed(462.48, 2)).isEqualTo("+462.48");
  }

  @Test
  void whatIsNoNumberIsUnknown() {
    assertThat(NumberText.plain(Double.NaN, 2)).isEqualTo("unknown");
  }
}
