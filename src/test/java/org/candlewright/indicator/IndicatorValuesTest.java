package org.candlewright.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.candlewright.market.BarSeries;
import org.junit.jupiter.api.Test;

class IndicatorValuesTest {

  static double[] values(Indicator indicator, BarSeries bars) {
    PriceBlock block = new PriceBlock(bars);
    block.moveTo(0, bars.size());
    double[] out = new double[bars.size()];
    indicator.update(block, out);
    return out;
  }

  @Test
  void emaIsSeededWithTheFirstClose() {
    double[] ema = values(new Ema(3), SampleBars.closes(100, 120, 100));
    assertThat(ema[0]).isEqualTo(10.0);
    assertThat(ema[1]).isEqualTo(11.0);
    assertThat(ema[2]).isEqualTo(10.5);
  }

  @Test
  void rsiBeginsAfterAsManyChangesAsItsPeriod() {
    double[] rsi = values(new Rsi(2), SampleBars.closes(100, 110, 100, 130));
    assertThat(rsi[0]).isNaN();
    assertThat(rsi[1]).isNaN();
    assertThat(rsi[2]).isCloseTo(50.0, within(1e-12));
    // Gain (0.5 + 3) / 2 = 1.75, loss (0.5 + 0) / 2 = 0.25.
    assertThat(rsi[3]).isCloseTo(87.5, within(1e-12));
  }

  @Test
  void rsiIsHundredWithoutLossesAndFiftyWithoutMovement() {
    assertThat(values(new Rsi(2), SampleBars.closes(100, 110, 120, 130))[3]).isEqualTo(100.0);
    assertThat(values(new Rsi(2), SampleBars.closes(100, 100, 100, 100))[3]).isEqualTo(50.0);
    assertThat(values(new Rsi(2), SampleBars.closes(130, 120, 110, 100))[3]).isEqualTo(0.0);
  }

  @Test
  void atrBeginsWithTheMeanOfAsManyTrueRangesAsItsPeriod() {
    double[] atr = values(new Atr(2), SampleBars.closes(100, 120, 90));
    assertThat(atr[0]).isNaN();
    assertThat(atr[1]).isCloseTo(1.0, within(1e-12));
    assertThat(atr[2]).isCloseTo(2.0, within(1e-12));
  }
}
