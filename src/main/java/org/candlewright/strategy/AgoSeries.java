package org.candlewright.strategy;

import java.util.Arrays;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** What another column was n bars ago; unknown on the first n bars. */
final class AgoSeries extends Series {
  private final Series of;
  private final double[] before;

  AgoSeries(String label, Series of, int bars) {
    super(label);
    this.of = of;
    this.before = new double[bars];
    Arrays.fill(before, Double.NaN);
  }

  @Override
  public void update(int size) {
    reserve(size);
    int bars = before.length;
    int carried = Math.min(bars, size);
    System.arraycopy(before, 0, values, 0, carried);
    System.arraycopy(of.values, 0, values, carried, size - carried);
    // The last n values of all there were: what is left of the old ones, then the newest.
    System.arraycopy(before, carried, before, 0, bars - carried);
    System.arraycopy(of.values, size - carried, before, bars - carried, carried);
  }

  @Override
  public void save(StateWriter out) {
    out.putDoubles(before, before.length);
  }

  @Override
  public void restore(StateReader in) {
    in.getDoubles(before);
  }
}
