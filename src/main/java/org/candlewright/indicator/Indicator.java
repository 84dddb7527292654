package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * An indicator that streams over blocks of bars. State is carried from block to block, so results
 * do not depend on where blocks end: backtests use blocks of thousands, live uses blocks of one.
 */
public interface Indicator {
  /** Writes the values of the block's bars to {@code out[0..size)}; NaN while warming up. */
  void update(PriceBlock block, double[] out);

  void save(StateWriter out);

  void restore(StateReader in);
}
