package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.IndicatorPane;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Momentum by MACD: ±0.4 by the line against its signal, ±0.3 by the line against zero, and 0.3 ×
 * tanh(10 × change of the histogram / ATR 14), held within ±1. The average true range makes the
 * last term independent of the price's scale. Confidence is |score|, half of it below 0.2.
 */
final class MacdSignal implements Signal {
  private static final int RANGE_PERIOD = 14;

  static final SignalKind KIND =
      new SignalKind(
          "macd",
          "MACD",
          new BigDecimal("0.25"),
          "Long while momentum points up and grows.",
          "±0.4 (line vs signal) ± 0.3 (line vs 0) + 0.3 tanh(10 × Δ histogram / ATR 14)",
          List.of(
              SignalKind.bars("fast_period", "MACD fast", 12, "Bars of the quicker average."),
              SignalKind.bars("slow_period", "MACD slow", 26, "Bars of the slower average."),
              SignalKind.bars("signal_period", "MACD signal", 9, "Bars of the signal line.")),
          List.of(new RulesStrategy.Constraint("fast_period", "slow_period")),
          values -> values.whole("slow_period") + values.whole("signal_period"),
          MacdSignal::new);

  private final SignalColumns macd;
  private final SignalColumns range;
  private final long needed;
  private final String label;
  private double histogramBefore = Double.NaN;
  private long bars;

  MacdSignal(Indicators known, SignalValues values) {
    this.macd =
        new SignalColumns(
            known,
            "macd",
            Map.of(
                "fast", values.number("fast_period"),
                "slow", values.number("slow_period"),
                "signal", values.number("signal_period")));
    this.range = new SignalColumns(known, "atr", Map.of("period", (double) RANGE_PERIOD));
    // 40 bars at the defaults, as the original asks for.
    this.needed = values.whole("slow_period") + values.whole("signal_period") + 5;
    this.label =
        "MACD "
            + values.text("fast_period")
            + " "
            + values.text("slow_period")
            + " "
            + values.text("signal_period");
  }

  @Override
  public void update(PriceBlock block, double[] score, double[] confidence) {
    macd.update(block);
    range.update(block);
    for (int i = 0; i < block.size(); i++) {
      double histogram = macd.output(2)[i];
      double trueRange = range.output(0)[i];
      bars++;
      boolean known = bars >= needed && !Double.isNaN(histogramBefore) && !Double.isNaN(trueRange);
      score[i] = known ? score(macd.output(0)[i], histogram, trueRange) : 0;
      double size = Math.abs(score[i]);
      confidence[i] = size < 0.2 ? size / 2 : size;
      histogramBefore = histogram;
    }
  }

  private double score(double line, double histogram, double trueRange) {
    double change =
        trueRange > 0 ? StrictMath.tanh(10 * (histogram - histogramBefore) / trueRange) : 0;
    double sum = 0.4 * Math.signum(histogram) + 0.3 * Math.signum(line) + 0.3 * change;
    return Math.max(-1, Math.min(1, sum));
  }

  @Override
  public List<IndicatorLine> lines() {
    return List.of(
        new IndicatorLine(label, label, IndicatorPane.OWN, IndicatorOutput.Plot.LINE),
        new IndicatorLine(label + " signal", label, IndicatorPane.OWN, IndicatorOutput.Plot.LINE),
        new IndicatorLine(
            label + " histogram", label, IndicatorPane.OWN, IndicatorOutput.Plot.HISTOGRAM));
  }

  @Override
  public double lineValue(int line, int offset) {
    return macd.output(line)[offset];
  }

  @Override
  public void save(StateWriter out) {
    macd.save(out);
    range.save(out);
    out.putDouble(histogramBefore);
    out.putLong(bars);
  }

  @Override
  public void restore(StateReader in) {
    macd.restore(in);
    range.restore(in);
    histogramBefore = in.getDouble();
    bars = in.getLong();
  }
}
