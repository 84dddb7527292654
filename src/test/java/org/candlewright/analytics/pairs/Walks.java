package org.candlewright.analytics.pairs;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Timeframe;

/** Seeded prices of known making. */
final class Walks {
  static final long HOUR = 3_600_000L;

  private final SplittableRandom random;

  Walks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A random walk of logarithms that nothing ties to another. */
  double[] walk(int size) {
    double[] prices = new double[size];
    double log = 0;
    for (int i = 0; i < size; i++) {
      log += 0.01 * gaussian();
      prices[i] = StrictMath.exp(log);
    }
    return prices;
  }

  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  static PriceSeries series(String name, double... prices) {
    return series(name, hours(prices.length), prices);
  }

  static PriceSeries series(String name, long[] times, double... prices) {
    return PriceSeries.of(
        new InstrumentId("test", name, InstrumentKind.SPOT),
        Timeframe.ONE_HOUR,
        times,
        prices,
        PriceForm.LOG);
  }

  static long[] hours(int size) {
    return IntStream.range(0, size).mapToLong(i -> i * HOUR).toArray();
  }
}
