package org.candlewright.strategy;

import org.candlewright.indicator.Indicator;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** The close of the bar before: all there is to a new indicator. */
final class LastClose implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("last_close", "Last close", "Close of the bar before.")
          .formula("c₋₁", "none")
          .bars("period", "Period", 1)
          .warmUp(settings -> 1)
          .make(settings -> new LastClose());

  private double last = Double.NaN;

  @Override
  public void update(PriceBlock block, double[]... out) {
    for (int i = 0; i < block.size(); i++) {
      out[0][i] = last;
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
