package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Donchian channel: highest high and lowest low of the last n bars, this one included, and the
 * middle between them. A breakout compares with the channel of the bar before. Valid from bar n −
 * 1. Source: R. Donchian's four-week rule; TA-Lib, MAX of highs and MIN of lows.
 */
final class Donchian implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("donchian", "Donchian", "Highest high and lowest low, this bar included.")
          .formula(
              "max(high), min(low) of n bars; middle: their mean", "Donchian; TA-Lib, MAX, MIN")
          .bars("period", "Period", 20)
          .line("upper", "upper")
          .line("lower", "lower")
          .line("middle", "middle")
          .make(set -> new Donchian(set.whole("period")));

  private final RollingExtreme highest;
  private final RollingExtreme lowest;

  Donchian(int period) {
    this.highest = RollingExtreme.highest(period);
    this.lowest = RollingExtreme.lowest(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double upper = highest.next(high[i]);
      double lower = lowest.next(low[i]);
      out[0][i] = upper;
      out[1][i] = lower;
      out[2][i] = (upper + lower) / 2;
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
