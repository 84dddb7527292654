package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Change over n bars in percent: 100 · (x / x₋ₙ − 1); unknown where x₋ₙ is zero. Valid from bar n.
 * Source: TA-Lib, ROC.
 */
final class RateOfChange implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("roc", "ROC", "Change over some bars, in percent.")
          .formula("100 · (x / x₋ₙ − 1)", "TA-Lib, ROC")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 10)
          .pane(IndicatorPane.OWN)
          .warmUp(set -> set.whole("period"))
          .make(set -> new RateOfChange(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RecentValues window;

  RateOfChange(int period, ValueSource source) {
    this.source = source;
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
    double before = window.full() ? window.oldest() : 0;
    window.add(value);
    return before == 0 ? Double.NaN : 100 * (value - before) / before;
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
