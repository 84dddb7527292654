package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** The signals of one instrument, combined: columns of the current block. */
final class WeightedColumns {
  private final BarSeries bars;
  private final PriceBlock block;
  private final List<Signal> signals;
  private final double[] weights;
  private final double weightSum;
  private final double leastConfidence;
  private final double plainThreshold;
  private final boolean byRegime;
  private final TrendRegime regime;
  private double[][] scores;
  private double[][] confidences;
  private double[] combined = new double[0];
  private double[] confidence = new double[0];
  private double[] threshold = new double[0];
  private int[] action = new int[0];

  /** End of the bar at which the present action began, epoch milliseconds. */
  private long[] since = new long[0];

  private int lastAction;
  private long lastSince;
  private int from;

  WeightedColumns(
      BarSeries bars,
      List<Signal> signals,
      double[] weights,
      double threshold,
      double leastConfidence,
      boolean byRegime) {
    this.bars = bars;
    this.block = new PriceBlock(bars);
    this.signals = signals;
    this.weights = weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.weightSum = sum;
    this.plainThreshold = threshold;
    this.leastConfidence = leastConfidence;
    this.byRegime = byRegime;
    this.regime = new TrendRegime(bars);
    this.scores = new double[signals.size()][0];
    this.confidences = new double[signals.size()][0];
  }

  void update(int fromBar, int to) {
    from = fromBar;
    int size = to - fromBar;
    reserve(size);
    block.moveTo(fromBar, to);
    for (int k = 0; k < signals.size(); k++) {
      signals.get(k).update(block, scores[k], confidences[k]);
    }
    for (int i = 0; i < size; i++) {
      combine(i);
      long end = bars.endTime(fromBar + i);
      if (action[i] != lastAction) {
        lastAction = action[i];
        lastSince = end;
      }
      since[i] = lastSince;
    }
  }

  private void combine(int i) {
    double score = 0;
    double trust = 0;
    for (int k = 0; k < weights.length; k++) {
      score += weights[k] * scores[k][i];
      trust += confidences[k][i];
    }
    combined[i] = score / weightSum;
    confidence[i] = trust / weights.length;
    threshold[i] = byRegime ? regime.at(from + i).threshold() : plainThreshold;
    boolean trusted = confidence[i] >= leastConfidence;
    action[i] =
        !trusted ? 0 : combined[i] >= threshold[i] ? 1 : combined[i] <= -threshold[i] ? -1 : 0;
  }

  private void reserve(int size) {
    if (combined.length < size) {
      scores = new double[signals.size()][size];
      confidences = new double[signals.size()][size];
      combined = new double[size];
      confidence = new double[size];
      threshold = new double[size];
      action = new int[size];
      since = new long[size];
    }
  }

  /**
   * Regime after a bar, which need not be of the block; empty where thresholds do not go by it.
   *
   * @param bar −1 for none yet
   */
  Optional<String> regime(int bar) {
    return byRegime ? Optional.of(regime.at(bar).word()) : Optional.empty();
  }

  /** What the signals say at a bar of the block: 1 long, −1 short, 0 nothing. */
  int action(int bar) {
    return action[bar - from];
  }

  /** End of the bar from which on they have said so, epoch milliseconds. */
  long since(int bar) {
    return since[bar - from];
  }

  double score(int bar) {
    return combined[bar - from];
  }

  /** The combined score first, then the lines of each signal. */
  List<IndicatorLine> lines(double guide) {
    List<IndicatorLine> lines = new ArrayList<>();
    lines.add(
        new IndicatorLine(
            "score",
            "score",
            org.candlewright.indicator.IndicatorPane.fixed(-1, 1).guides(-guide, guide),
            org.candlewright.indicator.IndicatorOutput.Plot.LINE));
    signals.forEach(signal -> lines.addAll(signal.lines()));
    return lines;
  }

  double lineValue(int line, int bar) {
    int left = line - 1;
    if (left < 0) {
      return combined[bar - from];
    }
    for (Signal signal : signals) {
      int count = signal.lines().size();
      if (left < count) {
        return signal.lineValue(left, bar - from);
      }
      left -= count;
    }
    throw new IllegalArgumentException("there is no line " + line);
  }

  Explanation explain(int bar, List<String> names) {
    int i = bar - from;
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(new Explanation.Input("close", bars.price(bars.closes()[bar]), ""));
    for (int k = 0; k < names.size(); k++) {
      inputs.add(new Explanation.Input(names.get(k) + " score", scores[k][i], "of 1"));
      inputs.add(new Explanation.Input(names.get(k) + " confidence", confidences[k][i], "of 1"));
    }
    inputs.add(new Explanation.Input("score", combined[i], "of 1"));
    inputs.add(new Explanation.Input("confidence", confidence[i], "of 1"));
    Explanation.Condition trusted =
        condition(
            "confidence", confidence[i] >= leastConfidence, confidence[i], "≥", leastConfidence);
    return new Explanation(
        inputs,
        List.of(
            all(
                "long: all of",
                condition("score", combined[i] >= threshold[i], combined[i], "≥", threshold[i]),
                trusted),
            all(
                "short: all of",
                condition("score", combined[i] <= -threshold[i], combined[i], "≤", -threshold[i]),
                trusted)));
  }

  private static Explanation.Condition all(
      String text, Explanation.Condition first, Explanation.Condition second) {
    return new Explanation.Condition(
        text, first.holds() && second.holds(), Double.NaN, Double.NaN, "", List.of(first, second));
  }

  private static Explanation.Condition condition(
      String text, boolean holds, double left, String relation, double right) {
    return new Explanation.Condition(text, holds, left, right, relation, List.of());
  }

  void save(StateWriter out) {
    signals.forEach(signal -> signal.save(out));
    out.putLong(lastAction);
    out.putLong(lastSince);
  }

  void restore(StateReader in) {
    signals.forEach(signal -> signal.restore(in));
    lastAction = in.getInt();
    lastSince = in.getLong();
  }
}
