package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Generalised Hurst exponent of order 1 over the last n values: the slope of ln K(τ) against ln τ
 * for lags 1 to 49, K(τ) being the mean of |x(t + τ) − x(t)|; its usual division by the mean of |x|
 * moves every point alike and leaves the slope. Lags without movement have no point; unknown with
 * fewer than 5 points. 0.5 is a random walk, below it reverts, above it trends. Valid from bar n −
 * 1. Source: T. Di Matteo, Multi-scaling in finance (2007).
 */
public final class Hurst implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("hurst", "Hurst", "Generalised Hurst exponent of order 1.")
          .formula("slope of ln mean |x(t + τ) − x(t)| on ln τ, τ = 1 … 49", "Di Matteo (2007)")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 100, 200)
          .pane(IndicatorPane.fixed(0, 1).guides(0.45, 0.55))
          .make(set -> new Hurst(set.whole("period"), set.source()));

  private static final int LAGS = 49;
  private static final int FEWEST_POINTS = 5;

  private final ValueSource source;
  private final RecentValues window = new RecentValues(LAGS + 1);
  private final RollingSum[] moves = new RollingSum[LAGS];
  private final int period;
  private final double[] logLag = new double[LAGS];

  public Hurst(int period, ValueSource source) {
    this.source = source;
    this.period = period;
    for (int lag = 1; lag <= LAGS; lag++) {
      moves[lag - 1] = new RollingSum(period - lag);
      logLag[lag - 1] = StrictMath.log(lag);
    }
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    int size = block.size();
    for (int i = 0; i < size; i++) {
      out[0][i] = Double.isNaN(in[i]) ? Double.NaN : next(in[i]);
    }
  }

  private double next(double value) {
    window.add(value);
    int points = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    boolean full = window.count() >= period;
    for (int lag = 1; lag <= LAGS && lag < window.count(); lag++) {
      double move = moves[lag - 1].next(Math.abs(value - window.back(lag)));
      if (full && move > 0) {
        double x = logLag[lag - 1];
        double y = StrictMath.log(move / (period - lag));
        points++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    return points < FEWEST_POINTS
        ? Double.NaN
        : (points * sumXy - sumX * sumY) / (points * sumXx - sumX * sumX);
  }

  @Override
  public void save(StateWriter out) {
    window.save(out);
    for (RollingSum each : moves) {
      each.save(out);
    }
  }

  @Override
  public void restore(StateReader in) {
    window.restore(in);
    for (RollingSum each : moves) {
      each.restore(in);
    }
  }
}
