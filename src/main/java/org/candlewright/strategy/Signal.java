package org.candlewright.strategy;

import java.util.List;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * An opinion on every bar: a score from −1 (strongly short) to +1 (strongly long) and the
 * confidence in it from 0 to 1. Streams over blocks like an indicator; both are 0 while data is
 * short.
 */
interface Signal {
  /** Writes score and confidence of the block's bars from index 0 on. */
  void update(PriceBlock block, double[] score, double[] confidence);

  /** Lines worth drawing, in the order of {@link #lineValue}. */
  List<IndicatorLine> lines();

  /**
   * A line at a bar of the last block.
   *
   * @param offset bar within the last block
   */
  double lineValue(int line, int offset);

  void save(StateWriter out);

  void restore(StateReader in);
}
