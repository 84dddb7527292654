package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A compiled condition over the bars of the current block. */
interface RuleNode {
  /**
   * Writes for each bar of the block whether it holds, and carries state over to the next block. A
   * condition on the position writes whether it may hold.
   */
  void collect(int size, boolean[] out);

  /**
   * Takes away the bars of the block on which it does not hold, as {@link #collect} counts them.
   *
   * @param scratch as long as the block, its content free to be lost
   */
  default void narrow(int size, boolean[] out, boolean[] scratch) {
    collect(size, scratch);
    for (int i = 0; i < size; i++) {
      out[i] &= scratch[i];
    }
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
