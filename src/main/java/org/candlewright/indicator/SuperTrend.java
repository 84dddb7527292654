package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * SuperTrend: bands m average true ranges (Wilder's) around hl2 that only tighten while closes stay
 * inside; the line is the lower band while the trend is up (direction 1) and the upper while it is
 * down (direction −1), and turns when a close passes it. Begins down. Valid from bar n − 1; settled
 * after some 25 periods. Source: O. Seban; TradingView, ta.supertrend, whose direction has the
 * opposite sign.
 */
final class SuperTrend implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("supertrend", "SuperTrend", "Trailing band that turns when passed.")
          .formula("hl2 ± m · ATR n, tightening only", "Seban; TradingView, ta.supertrend")
          .number("multiplier", "Multiplier", 0.01, 100, 3)
          .bars("period", "ATR period", 10)
          .line("line", "SuperTrend")
          .output("direction", "direction", IndicatorOutput.Plot.HIDDEN)
          .recursive()
          .make(set -> new SuperTrend(set.number("multiplier"), set.whole("period")));

  private final double multiplier;
  private final Atr range;
  private double upper = Double.NaN;
  private double lower = Double.NaN;
  private double lastClose = Double.NaN;
  private int direction;

  SuperTrend(double multiplier, int period) {
    this.multiplier = multiplier;
    this.range = new Atr(period);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] high = block.high();
    double[] low = block.low();
    double[] close = block.close();
    double[] middle = block.hl2();
    int size = block.size();
    for (int i = 0; i < size; i++) {
      double reach = multiplier * range.next(high[i], low[i], close[i]);
      if (Double.isNaN(reach)) {
        out[0][i] = Double.NaN;
        out[1][i] = Double.NaN;
      } else {
        turn(middle[i] + reach, middle[i] - reach, close[i]);
        out[0][i] = direction > 0 ? lower : upper;
        out[1][i] = direction;
      }
      lastClose = close[i];
    }
  }

  private void turn(double newUpper, double newLower, double close) {
    boolean first = direction == 0;
    if (first || newLower > lower || lastClose < lower) {
      lower = newLower;
    }
    if (first || newUpper < upper || lastClose > upper) {
      upper = newUpper;
    }
    if (first) {
      direction = -1;
    } else if (direction < 0) {
      direction = close > upper ? 1 : -1;
    } else {
      direction = close < lower ? -1 : 1;
    }
  }

  @Override
  public void save(StateWriter out) {
    range.save(out);
    out.putDouble(upper);
    out.putDouble(lower);
    out.putDouble(lastClose);
    out.putLong(direction);
  }

  @Override
  public void restore(StateReader in) {
    range.restore(in);
    upper = in.getDouble();
    lower = in.getDouble();
    lastClose = in.getDouble();
    direction = in.getInt();
  }
}
