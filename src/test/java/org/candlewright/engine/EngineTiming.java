package org.candlewright.engine;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.candlewright.market.InstrumentData;

/** Prints the time of a bar in a whole {@code ema-crossover} run; a figure to watch, no test. */
public final class EngineTiming {
  private static final int BARS = 1_000_000;

  private EngineTiming() {}

  public static void main(String[] arguments) {
    List<InstrumentData> data =
        List.of(RandomMarket.instrument("x:AUSDT.P", BARS, new SplittableRandom(1)));
    long end = RandomMarket.START + 3L * BARS * RandomMarket.HOUR;
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
}
