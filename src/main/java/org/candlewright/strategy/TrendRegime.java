package org.candlewright.strategy;

import java.util.Locale;
import org.candlewright.market.BarSeries;

/**
 * How strongly the market trends, from the momentum tanh(10 × return) over an hour, a day and a
 * week, weighted 0.3, 0.4 and 0.3. Confidence is 0.5, 0.3 more if all three agree (else 0.1), 0.15
 * more if the means of 5, 20 and 50 closes stand in order, 0.05 more if the bar's volume exceeds
 * the mean of 20. |strength| × confidence of 0.4 is a strong trend, of 0.15 a trend; below that it
 * is a range where the three agree and chop where they do not.
 */
final class TrendRegime {
  private static final long HOUR = 3_600_000L;
  private static final long[] FRAMES = {HOUR, 24 * HOUR, 168 * HOUR};
  private static final double[] WEIGHTS = {0.3, 0.4, 0.3};

  /** What trends can be told apart, each with the score from which on signals act. */
  enum Trend {
    STRONG_TREND(0.12),
    TREND(0.08),
    RANGE(0.05),
    CHOPPY(0.03);

    private final double threshold;

    Trend(double threshold) {
      this.threshold = threshold;
    }

    double threshold() {
      return threshold;
    }

    /** Name in files. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final BarSeries bars;
  private final int[] frameBars = new int[FRAMES.length];

  TrendRegime(BarSeries bars) {
    this.bars = bars;
    for (int k = 0; k < FRAMES.length; k++) {
      frameBars[k] = (int) Math.max(1, FRAMES[k] / bars.timeframe().millis());
    }
  }

  /** What it is at a bar; a range while data is short. */
  Trend at(int bar) {
    if (bar < frameBars[2] || bar < 50) {
      return Trend.RANGE;
    }
    double strength = 0;
    int signs = 0;
    for (int k = 0; k < FRAMES.length; k++) {
      double momentum = momentum(bar, frameBars[k]);
      strength += WEIGHTS[k] * momentum;
      signs += (int) Math.signum(momentum);
    }
    boolean agree = Math.abs(signs) == FRAMES.length;
    double force = Math.abs(strength) * confidence(bar, agree);
    if (force >= 0.15) {
      return force >= 0.4 ? Trend.STRONG_TREND : Trend.TREND;
    }
    return agree ? Trend.RANGE : Trend.CHOPPY;
  }

  private double momentum(int bar, int back) {
    long[] closes = bars.closes();
    return StrictMath.tanh(10 * ((double) closes[bar] / closes[bar - back] - 1));
  }

  private double confidence(int bar, boolean agree) {
    double quick = mean(bar, 5);
    double middle = mean(bar, 20);
    double calm = mean(bar, 50);
    boolean ordered = (quick > middle && middle > calm) || (quick < middle && middle < calm);
    double volume = 0;
    for (int i = bar - 19; i <= bar; i++) {
      volume += bars.volume(i);
    }
    return 0.5
        + (agree ? 0.3 : 0.1)
        + (ordered ? 0.15 : 0)
        + (bars.volume(bar) > volume / 20 ? 0.05 : 0);
  }

  private double mean(int bar, int count) {
    long sum = 0;
    for (int i = bar - count + 1; i <= bar; i++) {
      sum += bars.closes()[i];
    }
    return (double) sum / count;
  }
}
