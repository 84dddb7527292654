package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A latch over the bars of the block: set, read by the bar's conditions, then perhaps cleared. */
final class LatchColumn implements Stage {
  private final String name;
  private final RuleNode set;
  private final RuleNode reset;
  private BarSet seen = new BarSet();
  private BarSet cleared = new BarSet();
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
    return seen.has(bar);
  }

  @Override
  public void update(int size) {
    seen.resize(size);
    cleared.resize(size);
    set.collect(size, seen);
    reset.collect(size, cleared);
    for (int i = 0; i < size; i++) {
      state |= seen.has(i);
      seen.put(i, state);
      state &= !cleared.has(i);
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
