package org.candlewright.strategy;

import java.util.List;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** One pair: its joined bars, and hedge ratio and z-score of those of the current block. */
final class PairColumns {
  private static final long DAY = 86_400_000L;

  private final PairBars bars;
  private final PairEstimate estimate;
  private final double entry;
  private double[] ratios = new double[0];
  private double[] scores = new double[0];
  private int from;

  PairColumns(PairsStrategy strategy, InstrumentData first, InstrumentData second) {
    this.bars = new PairBars(first.bars(), second.bars());
    this.estimate =
        new PairEstimate(
            bars,
            strategy.value("window_days").longValueExact() * DAY,
            strategy.value("z_bars").intValueExact(),
            strategy.value("z_half_lives").doubleValue());
    this.entry = strategy.value("entry_z").doubleValue();
  }

  /** Takes bars [fromBar, to) of the second leg. */
  void update(int fromBar, int to) {
    from = bars.size();
    bars.append(fromBar, to);
    int size = bars.size() - from;
    if (scores.length < size) {
      ratios = new double[size];
      scores = new double[size];
    }
    for (int i = 0; i < size; i++) {
      estimate.moveTo(from + i);
      ratios[i] = estimate.ratio();
      scores[i] = estimate.zScore(from + i, ratios[i], lookBack());
    }
  }

  private int lookBack() {
    boolean unknown = estimate.looksBackByHalfLife() && !Double.isNaN(estimate.ratio());
    return estimate.lookBack(unknown ? estimate.halfLifeBars() : Double.NaN);
  }

  PairBars bars() {
    return bars;
  }

  /** z-score at a joined bar with the hedge ratio estimated there. */
  double score(int at) {
    return scores[at - from];
  }

  double ratio(int at) {
    return ratios[at - from];
  }

  /** z-score at a joined bar with a hedge ratio that is held. */
  double heldScore(int at, double ratio, int lookBack) {
    return estimate.zScore(at, ratio, lookBack);
  }

  /** The estimate, turned to a joined bar. */
  PairEstimate estimateAt(int at) {
    estimate.moveTo(at);
    return estimate;
  }

  /**
   * The first bar of the second leg in [fromBar, to) that is joined and far enough from the mean.
   */
  int nextWide(int fromBar, int to) {
    for (int bar = fromBar; bar < to; bar++) {
      int at = bars.ofSecond(bar);
      if (at >= from && Math.abs(scores[at - from]) >= entry) {
        return bar;
      }
    }
    return to;
  }

  List<IndicatorLine> lines() {
    return List.of(
        new IndicatorLine("z-score", false, -entry, entry),
        new IndicatorLine("hedge ratio", false, Double.NaN, Double.NaN));
  }

  double lineValue(int line, int bar) {
    int at = bars.ofSecond(bar);
    return at < from ? Double.NaN : line == 0 ? scores[at - from] : ratios[at - from];
  }

  void save(StateWriter out) {
    bars.save(out);
  }

  void restore(StateReader in) {
    bars.restore(in);
    from = bars.size();
  }
}
