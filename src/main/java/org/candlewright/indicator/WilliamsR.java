package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Williams %R: −100 · (highest − close) / (highest − lowest) over the last n bars, −50 without
 * range. Valid from bar n − 1. Source: L. Williams (1973); TA-Lib, WILLR.
 */
final class WilliamsR implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named(
              "williams_r", "Williams %R", "Place of the close in the range, -100 to 0.")
          .formula("−100 · (max high − close) / (max high − min low)", "Williams (1973); TA-Lib")
          .bars("period", "Period", 14)
          .pane(IndicatorPane.fixed(-100, 0).guides(-80, -20))
          .make(set -> new WilliamsR(set.whole("period")));

  private final RollingExtreme highest;
  private final RollingExtreme lowest;

  WilliamsR(int period) {
    this.highest = RollingExtreme.highest(period);
    this.lowest = RollingExtreme.lowest(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double top = highest.next(high[i]);
      double bottom = lowest.next(low[i]);
      values[i] = top == bottom ? -50 : -100 * (top - close[i]) / (top - bottom);
    }
  }

  @Override
  public void save(StateWriter out) {
    highest.save(out);
    lowest.save(out);
  }

  @Override
  public void restore(StateReader in) {
    highest.restore(in);
    lowest.restore(in);
  }
}
