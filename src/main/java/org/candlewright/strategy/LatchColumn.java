package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A latch over the bars of the block: set, read by the bar's conditions, then perhaps cleared. */
final class LatchColumn implements Stage {
  private final String name;
  private final RuleNode set;
  private final RuleNode reset;
  private boolean[] seen = new boolean[0];
  private boolean[] cleared = new boolean[0];
  private boolean state;

  LatchColumn(String name, RuleNode set, RuleNode reset) {
    this.name = name;
    this.set = set;
    this.reset = reset;
  }

  String name() {
    return name;
  }

  boolean at(int bar) {
    return seen[bar];
  }

  @Override
  public void update(int size) {
    if (seen.length < size) {
      seen = new boolean[size];
      cleared = new boolean[size];
    }
    set.collect(size, seen);
    reset.collect(size, cleared);
    for (int i = 0; i < size; i++) {
      state |= seen[i];
      seen[i] = state;
      state &= !cleared[i];
    }
  }

  @Override
  public void save(StateWriter out) {
    set.save(out);
    reset.save(out);
    out.putLong(state ? 1 : 0);
  }

  @Override
  public void restore(StateReader in) {
    set.restore(in);
    reset.restore(in);
    state = in.getInt() != 0;
  }
}
