package org.candlewright.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void thousandsAreGroupedAndDecimalsFixed() {
    assertThat(Numbers.fixed(new BigDecimal("61250.5"), 2)).isEqualTo("61,250.50");
  }

  @Test
  void lossesCarryTheRealMinusSign() {
    assertThat(Numbers.change(new BigDecimal("-1234.5"), 1)).isEqualTo("\u22121,234.5");
  }

  @Test
  void gainsCarryAPlusSign() {
    assertThat(Numbers.change(new BigDecimal("0.25"), 2)).isEqualTo("+0.25");
  }

  @Test
  void whatRoundsToNothingHasNoSign() {
    assertThat(Numbers.change(new BigDecimal("-0.001"), 2)).isEqualTo("0.00");
    assertThat(Numbers.change(new BigDecimal("0.001"), 2)).isEqualTo("0.00");
  }

  @Test
  void theUndefinedIsAWord() {
    assertThat(Numbers.percent(Optional.empty(), 1)).isEqualTo("unknown");
  }

  @Test
  void exactKeepsEveryDigit() {
    assertThat(Numbers.exact(new BigDecimal("0.00012000"))).isEqualTo("0.00012");
  }
}
