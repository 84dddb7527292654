package org.candlewright.strategy;

import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A condition held on one of the last n bars, or on each of them, this bar included. */
final class RecentNode implements RuleNode {
  private final boolean each;
  private final int bars;
  private final RuleNode part;
  private BarSet column = new BarSet();

  /**
   * Bars since it last held (any) or in a row on which it held (each), up to now; counting stops
   * where it no longer matters.
   */
  private int count;

  private int[] counts = new int[0];

  RecentNode(boolean each, int bars, RuleNode part) {
    this.each = each;
    this.bars = bars;
    this.part = part;
    this.count = each ? 0 : bars;
  }

  @Override
  public void collect(int size, BarSet out) {
    column.resize(size);
    if (counts.length < size) {
      counts = new int[size];
    }
    part.collect(size, out);
    for (int i = 0; i < size; i++) {
      count = out.has(i) == each ? Math.min(count + 1, bars) : 0;
      column.put(i, each ? count == bars : count < bars);
      counts[i] = count;
    }
    out.copy(column);
  }

  @Override
  public boolean holds(int at) {
    return column.has(at);
  }

  @Override
  public Explanation.Condition explain(int at) {
    return new Explanation.Condition(
        each ? "on each of the last " + bars + " bars" : "within the last " + bars + " bars",
        holds(at),
        counts[at],
        bars,
        each ? "≥" : "<",
        List.of(part.explain(at)));
  }

  @Override
  public void save(StateWriter out) {
    part.save(out);
    out.putLong(count);
  }

  @Override
  public void restore(StateReader in) {
    part.restore(in);
    count = in.getInt();
  }
}
