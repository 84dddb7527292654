package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Stochastic oscillator: raw = 100 · (close − lowest) / (highest − lowest) over the last n bars, 50
 * without range; %K is its mean over the smoothing (1: the fast one), %D the mean of %K. Valid from
 * bar n + smoothing + d − 3. Source: G. Lane (1950s); TA-Lib, STOCH.
 */
final class Stochastic implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("stochastic", "Stochastic", "Place of the close in the range, smoothed.")
          .formula(
              "K: mean of 100 · (c − min low) / (max high − min low); D: mean of K", "Lane; TA-Lib")
          .bars("period", "Period", 14)
          .bars("smoothing", "K smoothing", 3)
          .bars("d", "D", 3)
          .line("k", "%K")
          .line("d", "%D")
          .pane(IndicatorPane.fixed(0, 100).guides(20, 80))
          .length(set -> set.whole("period") + set.whole("smoothing") + set.whole("d") - 2)
          .make(set -> new Stochastic(set.whole("period"), set.whole("smoothing"), set.whole("d")));

  private final RollingExtreme highest;
  private final RollingExtreme lowest;
  private final RollingMean smoothed;
  private final RollingMean signal;

  Stochastic(int period, int smoothing, int d) {
    this.highest = RollingExtreme.highest(period);
    this.lowest = RollingExtreme.lowest(period);
    this.smoothed = new RollingMean(smoothing);
    this.signal = new RollingMean(d);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double top = highest.next(high[i]);
      double bottom = lowest.next(low[i]);
      double k = Double.NaN;
      if (!Double.isNaN(top)) {
        k = smoothed.next(top == bottom ? 50 : 100 * (close[i] - bottom) / (top - bottom));
      }
      out[0][i] = k;
      out[1][i] = Double.isNaN(k) ? Double.NaN : signal.next(k);
    }
  }

  @Override
  public void save(StateWriter out) {
    highest.save(out);
    lowest.save(out);
    smoothed.save(out);
    signal.save(out);
  }

  @Override
  public void restore(StateReader in) {
    highest.restore(in);
    lowest.restore(in);
    smoothed.restore(in);
    signal.restore(in);
  }
}
