package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Directional movement: +DI and −DI are 100 × Wilder's means of the upward and downward movement
 * over that of the true range, from the second bar on; ADX is Wilder's mean of 100 · |+DI − −DI| /
 * (+DI + −DI). Movement up is high − high₋₁ where that is positive and larger than low₋₁ − low,
 * else 0; down mirrored. The DI are valid from bar n, the ADX from bar n + m − 1; settled after
 * some 25 periods. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978);
 * TradingView, ta.dmi.
 */
final class Adx implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("adx", "ADX", "Directional movement and the strength of the trend.")
          .formula("Wilder's mean of 100 · |+DI − −DI| / (+DI + −DI)", "Wilder (1978); ta.dmi")
          .bars("period", "DI period", 14)
          .bars("smoothing", "ADX smoothing", 14)
          .line("adx", "ADX")
          .line("plus_di", "+DI")
          .line("minus_di", "-DI")
          .pane(IndicatorPane.fixed(0, 100))
          .recursive()
          .length(set -> set.whole("period") + set.whole("smoothing"))
          .warmUp(set -> set.whole("period") + set.whole("smoothing") - 1)
          .make(set -> new Adx(set.whole("period"), set.whole("smoothing")));

  private final WilderMean range;
  private final WilderMean upward;
  private final WilderMean downward;
  private final WilderMean strength;
  private double lastHigh = Double.NaN;
  private double lastLow = Double.NaN;
  private double lastClose = Double.NaN;

  Adx(int period, int smoothing) {
    this.range = new WilderMean(period);
    this.upward = new WilderMean(period);
    this.downward = new WilderMean(period);
    this.strength = new WilderMean(smoothing);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double adx = Double.NaN;
      double plus = Double.NaN;
      double minus = Double.NaN;
      if (!Double.isNaN(lastClose)) {
        double up = high[i] - lastHigh;
        double down = lastLow - low[i];
        double span = range.next(Math.max(high[i], lastClose) - Math.min(low[i], lastClose));
        plus = share(upward.next(up > down && up > 0 ? up : 0), span);
        minus = share(downward.next(down > up && down > 0 ? down : 0), span);
        if (!Double.isNaN(plus)) {
          double sum = plus + minus;
          adx = strength.next(sum == 0 ? 0 : 100 * Math.abs(plus - minus) / sum);
        }
      }
      out[0][i] = adx;
      out[1][i] = plus;
      out[2][i] = minus;
      lastHigh = high[i];
      lastLow = low[i];
      lastClose = close[i];
    }
  }

  /** In percent; none of nothing is nothing. */
  private static double share(double movement, double span) {
    return span == 0 ? 0 : 100 * movement / span;
  }

  @Override
  public void save(StateWriter out) {
    range.save(out);
    upward.save(out);
    downward.save(out);
    strength.save(out);
    out.putDouble(lastHigh);
    out.putDouble(lastLow);
    out.putDouble(lastClose);
  }

  @Override
  public void restore(StateReader in) {
    range.restore(in);
    upward.restore(in);
    downward.restore(in);
    strength.restore(in);
    lastHigh = in.getDouble();
    lastLow = in.getDouble();
    lastClose = in.getDouble();
  }
}
