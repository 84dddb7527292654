package org.candlewright.market;

import java.util.Arrays;

/** Builds coarser bars from finer ones, aligned to UTC, weeks from Monday. */
public final class BarResampler {
  private BarResampler() {}

  /**
   * The series at a coarser timeframe. A bar is made of the finer bars that exist; a last bar whose
   * time is not over in the data is left out, so that nobody acts on half a bar.
   */
  public static BarSeries resample(BarSeries fine, Timeframe coarse) {
    long step = coarse.millis();
    if (step % fine.timeframe().millis() != 0) {
      throw new IllegalArgumentException(coarse + " is no multiple of " + fine.timeframe());
    }
    int size = fine.size();
    long[][] out = new long[6][size];
    int count = 0;
    int i = 0;
    while (i < size) {
      long open = coarse.floor(fine.openTime(i));
      int first = i;
      long high = Long.MIN_VALUE;
      long low = Long.MAX_VALUE;
      long volume = 0;
      for (; i < size && fine.openTime(i) < open + step; i++) {
        high = Math.max(high, fine.highs()[i]);
        low = Math.min(low, fine.lows()[i]);
        volume = Math.addExact(volume, fine.volumes()[i]);
      }
      if (i < size || fine.endTime(size - 1) >= open + step) {
        out[0][count] = open;
        out[1][count] = fine.opens()[first];
        out[2][count] = high;
        out[3][count] = low;
        out[4][count] = fine.closes()[i - 1];
        out[5][count++] = volume;
      }
    }
    for (int column = 0; column < out.length; column++) {
      out[column] = Arrays.copyOf(out[column], count);
    }
    return new BarSeries(
        fine.instrument(),
        coarse,
        fine.tick(),
        fine.volumeDigits(),
        fine.quoteVolume(),
        count,
        out[0],
        out[1],
        out[2],
        out[3],
        out[4],
        out[5]);
  }
}
