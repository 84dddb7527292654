package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Commodity channel index: (x − mean) / (0.015 · mean distance from the mean) over the last n
 * values, 0 without movement. Valid from bar n − 1. Source: D. Lambert, Commodities (1980); TA-
 * Lib, CCI.
 */
final class Cci implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("cci", "CCI", "Commodity channel index.")
          .formula("(x − mean) / (0.015 · mean |xᵢ − mean|)", "Lambert (1980); TA-Lib, CCI")
          .reads(PriceSource.HLC3)
          .bars("period", "Period", 2, 20)
          .pane(IndicatorPane.OWN.guides(-100, 100))
          .make(set -> new Cci(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RollingMean mean;
  private final RecentValues window;

  Cci(int period, ValueSource source) {
    this.source = source;
    this.mean = new RollingMean(period);
    this.window = new RecentValues(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      values[i] = Double.isNaN(in[i]) ? Double.NaN : next(in[i]);
    }
  }

  private double next(double value) {
    window.add(value);
    double centre = mean.next(value);
    if (Double.isNaN(centre)) {
      return Double.NaN;
    }
    double distance = window.meanDistance(centre);
    return distance == 0 ? 0 : (value - centre) / (0.015 * distance);
  }

  @Override
  public void save(StateWriter out) {
    mean.save(out);
    window.save(out);
  }

  @Override
  public void restore(StateReader in) {
    mean.restore(in);
    window.restore(in);
  }
}
