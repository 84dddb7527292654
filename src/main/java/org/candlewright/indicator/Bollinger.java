package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Bollinger bands: the mean of the last n values and m deviations of the population above and below
 * it. Valid from bar n − 1. Source: J. Bollinger, Bollinger on Bollinger Bands (2001); TA- Lib,
 * BBANDS.
 */
final class Bollinger implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("bollinger", "Bollinger", "Bollinger bands.")
          .formula("mean ± m · √(Σ (x − mean)² / n)", "Bollinger (2001); TA-Lib, BBANDS")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 2, 20)
          .number("deviations", "Deviations", 0, 100, 2)
          .line("middle", "middle")
          .line("upper", "upper")
          .line("lower", "lower")
          .make(set -> new Bollinger(set.whole("period"), set.number("deviations"), set.source()));

  private final ValueSource source;
  private final RollingMoments window;
  private final int period;
  private final double deviations;

  Bollinger(int period, double deviations, ValueSource source) {
    this.source = source;
    this.window = new RollingMoments(period);
    this.period = period;
    this.deviations = deviations;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double middle = Double.NaN;
      double reach = Double.NaN;
      if (!Double.isNaN(in[i]) && window.add(in[i])) {
        middle = window.mean();
        reach = deviations * window.deviation(period);
      }
      out[0][i] = middle;
      out[1][i] = middle + reach;
      out[2][i] = middle - reach;
    }
  }

  @Override
  public void save(StateWriter out) {
    window.save(out);
  }

  @Override
  public void restore(StateReader in) {
    window.restore(in);
  }
}
