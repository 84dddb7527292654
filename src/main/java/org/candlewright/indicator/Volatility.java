package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Realised volatility: the sample deviation of the last n logarithmic returns in percent, scaled to
 * a year of 365 days. Valid from bar n. Source: TradingView, Historical Volatility, with the
 * sample's divisor n − 1.
 */
final class Volatility implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("volatility", "Volatility", "Annualised volatility, in percent.")
          .formula("100 · deviation(ln(x / x₋₁)) · √(bars in 365 days)", "Historical Volatility")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 2, 20)
          .pane(IndicatorPane.OWN)
          .warmUp(set -> set.whole("period"))
          .make(set -> new Volatility(set.whole("period"), set.source()));

  private static final double YEAR_MILLIS = 365 * 86_400_000.0;

  private final ValueSource source;
  private final RollingMoments window;
  private final int divisor;
  private double last = Double.NaN;

  Volatility(int period, ValueSource source) {
    this.source = source;
    this.window = new RollingMoments(period);
    this.divisor = period - 1;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double scale = 100 * Math.sqrt(YEAR_MILLIS / block.barMillis());
    int size = block.size();
    for (int i = 0; i < size; i++) {
      out[0][i] = Double.NaN;
      // A value that is not positive has no logarithm and no return.
      if (in[i] > 0) {
        if (!Double.isNaN(last) && window.add(StrictMath.log(in[i] / last))) {
          out[0][i] = scale * window.deviation(divisor);
        }
        last = in[i];
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    window.save(out);
    out.putDouble(last);
  }

  @Override
  public void restore(StateReader in) {
    window.restore(in);
    last = in.getDouble();
  }
}
