package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Moving average convergence divergence: fast EMA − slow EMA, its EMA as the signal, and their
 * difference as the histogram; every average seeded with its first value. Valid from the first bar;
 * settled after some 25 slow periods. Source: G. Appel, The Moving Average Convergence Divergence
 * Trading Method (1979); TA-Lib, MACD, which seeds with means.
 */
final class Macd implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("macd", "MACD", "Moving average convergence divergence.")
          .formula("EMA fast − EMA slow; signal: its EMA; histogram: difference", "Appel (1979)")
          .reads(PriceSource.CLOSE)
          .bars("fast", "Fast", 12)
          .bars("slow", "Slow", 26)
          .bars("signal", "Signal", 9)
          .line("macd", "MACD")
          .line("signal", "signal")
          .output("histogram", "histogram", IndicatorOutput.Plot.HISTOGRAM)
          .pane(IndicatorPane.OWN)
          .recursive()
          .length(set -> Math.max(set.whole("fast"), set.whole("slow")) + set.whole("signal"))
          .warmUp(set -> 0)
          .make(
              set ->
                  new Macd(
                      set.whole("fast"), set.whole("slow"), set.whole("signal"), set.source()));

  private final ValueSource source;
  private final Ema fast;
  private final Ema slow;
  private final Ema signal;

  Macd(int fast, int slow, int signal, ValueSource source) {
    this.source = source;
    this.fast = new Ema(fast);
    this.slow = new Ema(slow);
    this.signal = new Ema(signal);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    int size = block.size();
    fast.update(in, size, out[0]);
    slow.update(in, size, out[1]);
    for (int i = 0; i < size; i++) {
      out[0][i] -= out[1][i];
    }
    signal.update(out[0], size, out[1]);
    for (int i = 0; i < size; i++) {
      out[2][i] = out[0][i] - out[1][i];
    }
  }

  @Override
  public void save(StateWriter out) {
    fast.save(out);
    slow.save(out);
    signal.save(out);
  }

  @Override
  public void restore(StateReader in) {
    fast.restore(in);
    slow.restore(in);
    signal.restore(in);
  }
}
