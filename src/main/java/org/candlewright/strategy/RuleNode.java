package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A compiled condition over the bars of the current block. */
interface RuleNode {
  /**
   * Puts the bars of the block on which it holds into the set, which has the block's size, and
   * carries state over to the next block. A condition on the position puts in those on which it may
   * hold.
   */
  void collect(int size, BarSet out);

  /**
   * Takes away the bars of the block on which it does not hold, as {@link #collect} counts them.
   *
   * @param scratch a set of the same block, its content free to be lost
   */
  default void narrow(int size, BarSet out, BarSet scratch) {
    collect(size, scratch);
    out.retain(scratch);
  }

  /** Whether it holds at a bar of the block, the position being what it is now. */
  boolean holds(int at);

  /** Whether it depends on the position. */
  default boolean needsPosition() {
    return false;
  }

  Explanation.Condition explain(int at);

  default void save(StateWriter out) {}

  default void restore(StateReader in) {}
}
