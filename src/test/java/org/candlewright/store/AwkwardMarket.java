package org.candlewright.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/** Data that cannot be computed with, each kind under a name of its own, and two good series. */
public final class AwkwardMarket {
  private static final long HOUR = 3_600_000L;
  private static final int BARS = 400;
  private static final BigDecimal TICK = new BigDecimal("0.01");

  private AwkwardMarket() {}

  /** Stores all of it at the venue {@code odd}, in place of nothing. */
  public static void fill(Store store) {
    store.change(
        batch -> {
          long[] walk = walk(1);
          bars(batch, "GOOD", i -> i, walk);
          bars(batch, "WELL", i -> i, walk(2));
          bars(batch, "TWIN", i -> i, walk);
          bars(batch, "LATE", i -> i + 100_000, walk(3));
          bars(batch, "HOLE", i -> i < 200 ? i : i + 61 * 24, walk(4));
          bars(batch, "GAPS", i -> i < 200 ? i : i + 61 * 24, walk(6));
          long[] flat = new long[BARS];
          Arrays.fill(flat, 500);
          bars(batch, "FLAT", i -> i, flat);
          long[] zero = walk(5);
          zero[7] = 0;
          bars(batch, "ZERO", i -> i, zero);
          funding(batch, "ONCE", 1);
          funding(batch, "GOOD", 60);
          // No bars were imported, so that nothing is known of it but its funding.
          batch.putFunding(InstrumentId.parse("odd:NAKEDUSDT.P"), history(60, 1), "a test");
        });
  }

  /** Perpetuals {@code many:C00000USDT.P} and so on, of which nothing else is stored. */
  public static void fillMany(Store store, int instruments) {
    store.change(
        batch -> {
          for (int i = 0; i < instruments; i++) {
            InstrumentId id = InstrumentId.parse("many:C%05dUSDT.P".formatted(i));
            batch.putInstrument(Instrument.of(id, TICK, BigDecimal.ONE));
          }
        });
  }

  private static void bars(
      Store.Batch batch, String base, LongUnaryOperator hourOf, long[] closes) {
    InstrumentId id = instrument(batch, base);
    long[] times = new long[BARS];
    Arrays.setAll(times, i -> hourOf.applyAsLong(i) * HOUR);
    long[] volumes = new long[BARS];
    Arrays.fill(volumes, 1_000);
    batch.putBars(
        new BarSeries(
            id,
            Timeframe.ONE_HOUR,
            TICK,
            0,
            false,
            BARS,
            times,
            closes,
            closes,
            closes,
            closes,
            volumes),
        false,
        "a test");
  }

  private static InstrumentId instrument(Store.Batch batch, String base) {
    InstrumentId id = InstrumentId.parse("odd:" + base + "USDT.P");
    batch.putInstrument(Instrument.of(id, TICK, BigDecimal.ONE));
    return id;
  }

  private static void funding(Store.Batch batch, String base, int settlements) {
    batch.putFunding(instrument(batch, base), history(settlements, 1), "a test");
  }

  private static FundingHistory history(int settlements, int rate) {
    long[] times = new long[settlements];
    BigDecimal[] rates = new BigDecimal[settlements];
    for (int i = 0; i < settlements; i++) {
      times[i] = (i + 1) * 8 * HOUR;
      rates[i] = BigDecimal.valueOf(rate + i % 3, 5);
    }
    return new FundingHistory(settlements, times, times, rates);
  }

  private static long[] walk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] prices = new long[BARS];
    double log = StrictMath.log(10_000);
    for (int i = 0; i < BARS; i++) {
      log += 0.02 * (random.nextDouble() - 0.5);
      prices[i] = Math.round(StrictMath.exp(log));
    }
    return prices;
  }
}
