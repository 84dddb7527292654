package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * A price itself: of use with a coarser timeframe, such as the close of the last ended hour on bars
 * of 15 minutes. Valid from the first bar. Source: none.
 */
final class PriceLine implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("price", "Price", "The source itself, of use with a coarser timeframe.")
          .formula("x", "none")
          .reads(PriceSource.CLOSE)
          .make(set -> new PriceLine(set.source()));

  private final ValueSource source;

  PriceLine(ValueSource source) {
    this.source = source;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    System.arraycopy(source.values(block), 0, out[0], 0, block.size());
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void restore(StateReader in) {}
}
