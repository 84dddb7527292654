package org.candlewright.indicator;

import java.math.BigDecimal;
import java.util.Random;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/** Hourly bars for tests, on a tick of 0.1. */
public final class SampleBars {
  public static final InstrumentId BTC = InstrumentId.parse("binance:BTCUSDT.P");
  private static final long HOUR = 3_600_000L;

  private SampleBars() {}

  /** A seeded random walk with plateaus, so that equal closes occur too. */
  public static BarSeries walk(long seed, int size) {
    Random random = new Random(seed);
    long[][] ohlc = new long[4][size];
    long price = 1_000;
    for (int i = 0; i < size; i++) {
      long open = price;
      price = Math.max(10, price + (random.nextInt(4) == 0 ? 0 : random.nextInt(41) - 20));
      ohlc[0][i] = open;
      ohlc[1][i] = Math.max(open, price) + random.nextInt(8);
      ohlc[2][i] = Math.max(1, Math.min(open, price) - random.nextInt(8));
      ohlc[3][i] = price;
    }
    return series(BTC, ohlc);
  }

  /** Bars whose four prices are the given close, in ticks. */
  public static BarSeries closes(long... closes) {
    return closes(BTC, closes);
  }

  public static BarSeries closes(InstrumentId id, long... closes) {
    return series(id, new long[][] {closes, closes, closes, closes});
  }

  private static BarSeries series(InstrumentId id, long[][] ohlc) {
    int size = ohlc[0].length;
    long[] times = new long[size];
    long[] volumes = new long[size];
    for (int i = 0; i < size; i++) {
      times[i] = i * HOUR;
      volumes[i] = 1_000 + i % 7;
    }
    return new BarSeries(
        id,
        Timeframe.ONE_HOUR,
        new BigDecimal("0.1"),
        3,
        false,
        size,
        times,
        ohlc[0],
        ohlc[1],
        ohlc[2],
        ohlc[3],
        volumes);
  }
}
