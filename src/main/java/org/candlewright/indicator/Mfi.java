package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Money flow index: 100 − 100 / (1 + rising / falling), the sums of price × volume over the last n
 * changes upwards and downwards. 100 without falling flow, 50 without any. Valid from bar n.
 * Source: G. Quong, A. Soudack (1989); TA-Lib, MFI.
 */
final class Mfi implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("mfi", "MFI", "Money flow index.")
          .formula(
              "100 − 100 / (1 + Σ rising x·v / Σ falling x·v)", "Quong, Soudack (1989); TA-Lib")
          .reads(PriceSource.HLC3)
          .bars("period", "Period", 14)
          .pane(IndicatorPane.fixed(0, 100).guides(20, 80))
          .warmUp(set -> set.whole("period"))
          .make(set -> new Mfi(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RollingSum rising;
  private final RollingSum falling;
  private double last = Double.NaN;

  Mfi(int period, ValueSource source) {
    this.source = source;
    this.rising = new RollingSum(period);
    this.falling = new RollingSum(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] volume = block.volume();
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      values[i] = Double.NaN;
      if (!Double.isNaN(in[i])) {
        if (!Double.isNaN(last)) {
          values[i] = next(in[i], in[i] * volume[i]);
        }
        last = in[i];
      }
    }
  }

  private double next(double price, double flow) {
    double up = rising.next(price > last ? flow : 0);
    double down = falling.next(price < last ? flow : 0);
    if (down == 0) {
      return up == 0 ? 50 : 100;
    }
    return 100 - 100 / (1 + up / down);
  }

  @Override
  public void save(StateWriter out) {
    rising.save(out);
    falling.save(out);
    out.putDouble(last);
  }

  @Override
  public void restore(StateReader in) {
    rising.restore(in);
    falling.restore(in);
    last = in.getDouble();
  }
}
