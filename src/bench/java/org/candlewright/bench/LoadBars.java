package org.candlewright.bench;

import java.io.IOException;
import java.util.Map;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.RunnerException;

/** From the store's blocks to columns in memory. */
@State(Scope.Benchmark)
public class LoadBars {
  private static final int BARS = 2_000_000;

  private final InstrumentData data = MinuteMarket.of(BARS);
  private final TemporaryHome home = open();

  private static TemporaryHome open() {
    try {
      return new TemporaryHome();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Setup
  public void store() {
    home.store()
        .change(
            batch -> {
              batch.putInstrument(data.instrument());
              batch.putBars(data.bars(), false, "generated");
            });
  }

  @TearDown
  public void remove() throws IOException {
    home.close();
  }

  @org.openjdk.jmh.annotations.Benchmark
  public BarSeries load() {
    return home.store().bars(data.instrument().id(), Timeframe.ONE_MINUTE, Period.ALL);
  }

  /** Its entry in the list. */
  static final class Measured implements Benchmark {
    @Override
    public String name() {
      return "load_bars";
    }

    @Override
    public Figure measure() throws RunnerException {
      double nanos = JmhRun.medianNanos(LoadBars.class);
      return Figures.of(
          name(),
          BARS / nanos * 1e9,
          "bars/s",
          Map.of(),
          "%,d generated minute bars from an H2 store in a temporary folder, its pages warm; JMH"
              .formatted(BARS));
    }
  }
}
