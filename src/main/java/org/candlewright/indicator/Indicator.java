package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * An indicator that streams over blocks of bars. State is carried from block to block, so results
 * do not depend on where blocks end: backtests use blocks of thousands, live uses blocks of one.
 *
 * <p>A bar on which the source has no value (NaN) is passed over: the outputs are NaN there and the
 * state stays as it is.
 */
public interface Indicator {
  /**
   * Writes the values of the block's bars to {@code out[k][0..size)}, k being the number of the
   * output as {@link IndicatorKind#outputs()} counts; NaN while warming up.
   */
  void update(PriceBlock block, double[]... out);

  void save(StateWriter out);

  void restore(StateReader in);
}
