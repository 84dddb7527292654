package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Parabolic stop and reverse: the stop moves by an acceleration times its distance from the extreme
 * of the trend, never into the two bars before, and turns when touched. The first trend is up if
 * the second close is above the first. Direction is 1 while the stop is below the price. Valid from
 * bar 1; settled after a few turns. Source: J. W. Wilder, New Concepts in Technical Trading Systems
 * (1978); TradingView, ta.sar.
 */
final class ParabolicSar implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("psar", "Parabolic SAR", "Parabolic stop and reverse.")
          .formula("s₋₁ + a · (extreme − s₋₁), a grows with new extremes", "Wilder (1978); ta.sar")
          .number("start", "Start", 0.0001, 1, 0.02)
          .number("increment", "Increment", 0, 1, 0.02)
          .number("maximum", "Maximum", 0.0001, 1, 0.2)
          .output("stop", "Parabolic SAR", IndicatorOutput.Plot.DOTS)
          .output("direction", "direction", IndicatorOutput.Plot.HIDDEN)
          .recursive()
          // A turn forgets the trend before; few trends last longer than this.
          .length(set -> 20)
          .warmUp(set -> 1)
          .make(
              set ->
                  new ParabolicSar(
                      set.number("start"), set.number("increment"), set.number("maximum")));

  private final double start;
  private final double increment;
  private final double maximum;
  private long bars;
  private boolean up;
  private double stop;
  private double extreme;
  private double acceleration;
  private double lastHigh;
  private double lastLow;
  private double lastClose;
  private double highBefore;
  private double lowBefore;

  ParabolicSar(double start, double increment, double maximum) {
    this.start = start;
    this.increment = increment;
    this.maximum = maximum;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    int size = block.size();
    for (int i = 0; i < size; i++) {
      if (bars > 0) {
        next(high[i], low[i], close[i]);
      }
      out[0][i] = bars > 0 ? stop : Double.NaN;
      out[1][i] = bars > 0 ? (up ? 1 : -1) : Double.NaN;
      highBefore = lastHigh;
      lowBefore = lastLow;
      lastHigh = high[i];
      lastLow = low[i];
      lastClose = close[i];
      bars++;
    }
  }

  private void next(double high, double low, double close) {
    boolean turned = bars == 1;
    if (turned) {
      up = close > lastClose;
      extreme = up ? high : low;
      stop = up ? lastLow : lastHigh;
      acceleration = start;
    }
    stop += acceleration * (extreme - stop);
    if (up ? stop > low : stop < high) {
      turned = true;
      stop = up ? Math.max(high, extreme) : Math.min(low, extreme);
      up = !up;
      extreme = up ? high : low;
      acceleration = start;
    }
    if (!turned && (up ? high > extreme : low < extreme)) {
      extreme = up ? high : low;
      acceleration = Math.min(acceleration + increment, maximum);
    }
    if (up) {
      stop = Math.min(stop, bars > 1 ? Math.min(lastLow, lowBefore) : lastLow);
    } else {
      stop = Math.max(stop, bars > 1 ? Math.max(lastHigh, highBefore) : lastHigh);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putLong(bars);
    out.putLong(up ? 1 : 0);
    for (double each :
        new double[] {
          stop, extreme, acceleration, lastHigh, lastLow, lastClose, highBefore, lowBefore
        }) {
      out.putDouble(each);
    }
  }

  @Override
  public void restore(StateReader in) {
    bars = in.getLong();
    up = in.getInt() != 0;
    stop = in.getDouble();
    extreme = in.getDouble();
    acceleration = in.getDouble();
    lastHigh = in.getDouble();
    lastLow = in.getDouble();
    lastClose = in.getDouble();
    highBefore = in.getDouble();
    lowBefore = in.getDouble();
  }
}
