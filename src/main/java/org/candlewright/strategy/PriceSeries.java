package org.candlewright.strategy;

import org.candlewright.indicator.PriceBlock;
import org.candlewright.indicator.PriceSource;

/** A price of the bars. */
final class PriceSeries extends Series {
  private final PriceSource source;
  private final PriceBlock prices;

  PriceSeries(String label, PriceSource source, PriceBlock prices) {
    super(label);
    this.source = source;
    this.prices = prices;
  }

  @Override
  public void update(int size) {
    values = source.values(prices);
  }
}
