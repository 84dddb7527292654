package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Share of the n values before this one that are at most it, in percent. Valid from bar n. Source:
 * TradingView, ta.percentrank.
 */
final class PercentRank implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named(
              "percent_rank", "Percent rank", "Share of earlier values at most this one.")
          .formula("100 · (how many of x₋₁ … x₋ₙ are ≤ x) / n", "TradingView, ta.percentrank")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 100)
          .pane(IndicatorPane.fixed(0, 100))
          .warmUp(set -> set.whole("period"))
          .make(set -> new PercentRank(set.whole("period"), set.source()));

  private final ValueSource source;
  private final RecentValues window;
  private final int period;

  PercentRank(int period, ValueSource source) {
    this.source = source;
    this.window = new RecentValues(period);
    this.period = period;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] values = out[0];
    int size = block.size();
    for (int i = 0; i < size; i++) {
      values[i] = Double.isNaN(in[i]) ? Double.NaN : next(in[i]);
    }
  }

  private double next(double value) {
    double rank = window.full() ? 100.0 * window.atMost(value) / period : Double.NaN;
    window.add(value);
    return rank;
  }

  @Override
  public void save(StateWriter out) {
    window.save(out);
  }

  @Override
  public void restore(StateReader in) {
    window.restore(in);
  }
}
