package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/** Seeded minute bars of a perpetual near 50,000 with ample volume, funding every 8 hours. */
final class MinuteMarket {
  static final long START = 1_609_459_200_000L;
  static final long MINUTE = 60_000L;
  private static final int SETTLEMENT_BARS = 480;
  private static final long CENTRE = 500_000;
  private static final InstrumentId ID = InstrumentId.parse("bench:BTCUSDT.P");

  private MinuteMarket() {}

  static InstrumentData of(int bars) {
    Instrument instrument = Instrument.of(ID, new BigDecimal("0.1"), new BigDecimal("0.001"));
    SplittableRandom random = new SplittableRandom(1);
    long[][] columns = new long[6][bars];
    long price = CENTRE;
    for (int i = 0; i < bars; i++) {
      long close = price + random.nextInt(-400, 401) + (CENTRE - price) / 5_000;
      columns[0][i] = START + i * MINUTE;
      columns[1][i] = price;
      columns[2][i] = Math.max(price, close) + random.nextInt(80);
      columns[3][i] = Math.min(price, close) - random.nextInt(80);
      columns[4][i] = close;
      columns[5][i] = 1_000_000 + random.nextInt(1_000_000);
      price = close;
    }
    BarSeries series =
        new BarSeries(
            ID,
            Timeframe.ONE_MINUTE,
            instrument.tick(),
            0,
            false,
            bars,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]);
    return new InstrumentData(instrument, series, Optional.empty(), funding(bars, random));
  }

  private static FundingHistory funding(int bars, SplittableRandom random) {
    int count = bars / SETTLEMENT_BARS;
    long[] times = new long[count];
    BigDecimal[] rates = new BigDecimal[count];
    for (int i = 0; i < count; i++) {
      times[i] = START + (i + 1L) * SETTLEMENT_BARS * MINUTE;
      rates[i] = BigDecimal.valueOf(random.nextInt(-5_000, 20_000), 8);
    }
    return new FundingHistory(count, times, times, rates);
  }
}
