package org.candlewright.indicator;

import java.util.Arrays;
import org.candlewright.market.BarSeries;

/** Prices of a block of bars as doubles, each column converted once and only if asked for. */
public final class PriceBlock {
  private static final int VOLUME = 4;
  private static final int HL2 = 5;
  private static final int HLC3 = 6;
  private static final int OHLC4 = 7;

  private BarSeries bars;
  private int from;
  private int to;
  private final double[][] columns = new double[8][0];
  private final boolean[] ready = new boolean[8];

  public PriceBlock(BarSeries bars) {
    this.bars = bars;
  }

  /** Turns to bars [from, to). */
  public void moveTo(int from, int to) {
    this.from = from;
    this.to = to;
    Arrays.fill(ready, false);
  }

  /** Turns to bars [from, to) of another series of the same instrument and timeframe. */
  public void moveTo(BarSeries series, int from, int to) {
    this.bars = series;
    moveTo(from, to);
  }

  public int from() {
    return from;
  }

  public int size() {
    return to - from;
  }

  /** Open time of a bar of the block, epoch milliseconds UTC. */
  public long openTime(int at) {
    return bars.openTime(from + at);
  }

  /** Length of a bar in milliseconds. */
  public long barMillis() {
    return bars.timeframe().millis();
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
    double[] column = columns[VOLUME];
    if (!ready[VOLUME]) {
      column = fresh(VOLUME);
      for (int i = from; i < to; i++) {
        column[i - from] = bars.volume(i);
      }
    }
    return column;
  }

  /** (high + low) / 2. */
  public double[] hl2() {
    double[] column = columns[HL2];
    if (!ready[HL2]) {
      double[] high = high();
      double[] low = low();
      column = fresh(HL2);
      for (int i = 0; i < to - from; i++) {
        column[i] = (high[i] + low[i]) / 2;
      }
    }
    return column;
  }

  /** (high + low + close) / 3. */
  public double[] hlc3() {
    double[] column = columns[HLC3];
    if (!ready[HLC3]) {
      double[] high = high();
      double[] low = low();
      double[] close = close();
      column = fresh(HLC3);
      for (int i = 0; i < to - from; i++) {
        column[i] = (high[i] + low[i] + close[i]) / 3;
      }
    }
    return column;
  }

  /** (open + high + low + close) / 4. */
  public double[] ohlc4() {
    double[] column = columns[OHLC4];
    if (!ready[OHLC4]) {
      double[] open = open();
      double[] high = high();
      double[] low = low();
      double[] close = close();
      column = fresh(OHLC4);
      for (int i = 0; i < to - from; i++) {
        column[i] = (open[i] + high[i] + low[i] + close[i]) / 4;
      }
    }
    return column;
  }

  private double[] column(int number, long[] ticks) {
    if (!ready[number]) {
      bars.prices(ticks, from, to, fresh(number));
    }
    return columns[number];
  }

  /** The column with room for the block, from now on ready. */
  private double[] fresh(int number) {
    if (columns[number].length < to - from) {
      columns[number] = new double[to - from];
    }
    ready[number] = true;
    return columns[number];
  }
}
