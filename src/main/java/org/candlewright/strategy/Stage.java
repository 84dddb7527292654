package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A step of the computation of a block; steps run in the order in which they were compiled. */
interface Stage {
  /** Computes the block that the prices stand at. */
  void update(int size);

  void save(StateWriter out);

  void restore(StateReader in);
}
