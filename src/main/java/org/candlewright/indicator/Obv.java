package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * On-balance volume: the volume of rising bars minus that of falling ones since the first bar,
 * which counts 0. Only its differences mean anything. Valid from the first bar. Source: J.
 * Granville, New Key to Stock Market Profits (1963); TradingView, ta.obv.
 */
final class Obv implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("obv", "OBV", "On-balance volume since the first bar.")
          .formula("o₋₁ + sign(x − x₋₁) · volume, at first 0", "Granville (1963); ta.obv")
          .reads(PriceSource.CLOSE)
          .pane(IndicatorPane.OWN)
          .make(set -> new Obv(set.source()));

  private final ValueSource source;
  private double last = Double.NaN;
  private double balance;

  Obv(ValueSource source) {
    this.source = source;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] volume = block.volume();
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      if (Double.isNaN(in[i])) {
        values[i] = Double.NaN;
        continue;
      }
      if (in[i] > last) {
        balance += volume[i];
      } else if (in[i] < last) {
        balance -= volume[i];
      }
      last = in[i];
      values[i] = balance;
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(last);
    out.putDouble(balance);
  }

  @Override
  public void restore(StateReader in) {
    last = in.getDouble();
    balance = in.getDouble();
  }
}
