package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/**
 * Prints the time of a bar in a whole {@code ema-crossover} run over minute bars with ample volume
 * and funding every 8 hours; a figure to watch, no test.
 */
public final class EngineTiming {
  private static final int BARS = 1_000_000;
  private static final long MINUTE = 60_000L;

  private EngineTiming() {}

  public static void main(String[] arguments) {
    List<InstrumentData> data = List.of(minutes(new SplittableRandom(1)));
    long end = RandomMarket.START + BARS * MINUTE;
    for (int round = 0; round < 12; round++) {
      Engine engine =
          new Engine(
              RandomMarket.setup(RandomMarket.template("ema-crossover"), data, end, 4_096),
              RunObserver.NONE);
      long before = System.nanoTime();
      engine.run(() -> false);
      System.out.printf(
          Locale.ROOT,
          "%.1f ns a bar, %d trades%n",
          (System.nanoTime() - before) / (double) BARS,
          engine.log().trades().size());
    }
  }

  private static InstrumentData minutes(SplittableRandom random) {
    Instrument instrument =
        Instrument.of(
            InstrumentId.parse("x:AUSDT.P"), new BigDecimal("0.1"), new BigDecimal("0.001"));
    long[][] columns = new long[6][BARS];
    long price = 500_000;
    for (int i = 0; i < BARS; i++) {
      long close = price + random.nextInt(-400, 401) + (500_000 - price) / 5_000;
      columns[0][i] = RandomMarket.START + i * MINUTE;
      columns[1][i] = price;
      columns[2][i] = Math.max(price, close) + 50;
      columns[3][i] = Math.min(price, close) - 50;
      columns[4][i] = close;
      columns[5][i] = 1_000_000;
      price = close;
    }
    int settlements = BARS / 480;
    long[] times = new long[settlements];
    BigDecimal[] rates = new BigDecimal[settlements];
    for (int i = 0; i < settlements; i++) {
      times[i] = RandomMarket.START + (i + 1) * 480 * MINUTE;
      rates[i] = new BigDecimal("0.0001");
    }
    BarSeries bars =
        new BarSeries(
            instrument.id(),
            Timeframe.ONE_MINUTE,
            instrument.tick(),
            0,
            false,
            BARS,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]);
    return new InstrumentData(
        instrument, bars, Optional.empty(), new FundingHistory(settlements, times, times, rates));
  }
}
