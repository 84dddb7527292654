package org.candlewright.indicator;

import org.candlewright.market.BarSeries;

/** Prices of a block of bars as doubles, each column converted once and only if asked for. */
public final class PriceBlock {
  private final BarSeries bars;
  private int from;
  private int to;
  private final double[][] columns = new double[5][0];
  private final boolean[] ready = new boolean[5];

  public PriceBlock(BarSeries bars) {
    this.bars = bars;
  }

  /** Turns to bars [from, to). */
  public void moveTo(int from, int to) {
    this.from = from;
    this.to = to;
    java.util.Arrays.fill(ready, false);
  }

  public int from() {
    return from;
  }

  public int size() {
    return to - from;
  }

  public double[] open() {
    return column(0, bars.opens());
  }

  public double[] high() {
    return column(1, bars.highs());
  }

  public double[] low() {
    return column(2, bars.lows());
  }

  public double[] close() {
    return column(3, bars.closes());
  }

  /** Volume in its own unit. */
  public double[] volume() {
    if (!ready[4]) {
      columns[4] = sized(columns[4]);
      for (int i = from; i < to; i++) {
        columns[4][i - from] = bars.volume(i);
      }
      ready[4] = true;
    }
    return columns[4];
  }

  private double[] column(int number, long[] ticks) {
    if (!ready[number]) {
      columns[number] = sized(columns[number]);
      bars.prices(ticks, from, to, columns[number]);
      ready[number] = true;
    }
    return columns[number];
  }

  private double[] sized(double[] column) {
    return column.length >= to - from ? column : new double[to - from];
  }
}
