package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Trend by two simple averages: +0.8 on the bar of a cross above, −0.8 on that of a cross below,
 * else tanh(0.1 × separation in percent of the slow one). Confidence 0.9 on a cross, else
 * min(|score|, 0.7) from 0.2 up and 0.3 × |score| below.
 */
final class MovingAverageSignal implements Signal {
  private static final double CROSS = 0.8;
  private static final double CROSS_CONFIDENCE = 0.9;

  static final SignalKind KIND =
      new SignalKind(
          "moving_average",
          "Moving average",
          new BigDecimal("0.35"),
          "Long while the fast average stands above the slow one.",
          "cross: ±0.8; else tanh(0.1 × (fast − slow)/slow × 100)",
          List.of(
              SignalKind.bars("fast_period", "Fast average", 10, "Bars of the quicker average."),
              SignalKind.bars("slow_period", "Slow average", 20, "Bars of the slower average.")),
          List.of(new RulesStrategy.Constraint("fast_period", "slow_period")),
          values -> values.whole("slow_period"),
          MovingAverageSignal::new);

  private final SignalColumns fast;
  private final SignalColumns slow;
  private final List<IndicatorLine> lines;

  /** Fast − slow of the bar before; NaN where there is none. */
  private double before = Double.NaN;

  MovingAverageSignal(Indicators known, SignalValues values) {
    this.fast = average(known, values.value("fast_period"));
    this.slow = average(known, values.value("slow_period"));
    this.lines = List.of(line(values.value("fast_period")), line(values.value("slow_period")));
  }

  private static SignalColumns average(Indicators known, BigDecimal period) {
    return new SignalColumns(known, "sma", Map.of("period", period.doubleValue()));
  }

  private static IndicatorLine line(BigDecimal period) {
    return new IndicatorLine("SMA " + period.toPlainString(), true, Double.NaN, Double.NaN);
  }

  @Override
  public void update(PriceBlock block, double[] score, double[] confidence) {
    fast.update(block);
    slow.update(block);
    double[] quick = fast.output(0);
    double[] calm = slow.output(0);
    for (int i = 0; i < block.size(); i++) {
      double apart = quick[i] - calm[i];
      // The first bar that has both averages cannot tell whether they have just crossed.
      if (Double.isNaN(apart) || Double.isNaN(before)) {
        score[i] = 0;
        confidence[i] = 0;
      } else if ((before <= 0 && apart > 0) || (before >= 0 && apart < 0)) {
        score[i] = apart > 0 ? CROSS : -CROSS;
        confidence[i] = CROSS_CONFIDENCE;
      } else {
        score[i] = StrictMath.tanh(0.1 * (apart / calm[i] * 100));
        double size = Math.abs(score[i]);
        confidence[i] = size >= 0.2 ? Math.min(size, 0.7) : 0.3 * size;
      }
      before = apart;
    }
  }

  @Override
  public List<IndicatorLine> lines() {
    return lines;
  }

  @Override
  public double lineValue(int line, int offset) {
    return (line == 0 ? fast : slow).output(0)[offset];
  }

  @Override
  public void save(StateWriter out) {
    fast.save(out);
    slow.save(out);
    out.putDouble(before);
  }

  @Override
  public void restore(StateReader in) {
    fast.restore(in);
    slow.restore(in);
    before = in.getDouble();
  }
}
