package org.candlewright.strategy;

import org.candlewright.indicator.Indicator;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** The close of the bar before: all there is to a new indicator. */
final class LastClose implements Indicator {
  static final IndicatorKind KIND =
      new IndicatorKind(
          "last_close",
          "Last close",
          "Close of the bar before.",
          true,
          false,
          Double.NaN,
          Double.NaN,
          ignored -> new LastClose());

  private double last = Double.NaN;

  @Override
  public void update(PriceBlock block, double[] out) {
    for (int i = 0; i < block.size(); i++) {
      out[i] = last;
      last = block.close()[i];
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble(last);
  }

  @Override
  public void restore(StateReader in) {
    last = in.getDouble();
  }
}
