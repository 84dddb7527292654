package org.candlewright.ui.replay;

import org.candlewright.ui.chart.DrawdownPainter;
import org.candlewright.ui.chart.Series;

/**
 * Where playback stops by itself.
 *
 * @param onOrder at a decision that made, left or was refused an order
 * @param onDrawdown when equity falls so far below its highest that the limit is crossed
 * @param drawdown that limit, a fraction
 */
public record Breakpoints(boolean onOrder, boolean onDrawdown, double drawdown) {
  static final Breakpoints NONE = new Breakpoints(false, false, 0.05);

  /** The first row in (from, to] to stop at, or {@code to}. */
  int firstStop(LoadedRun run, int from, int to) {
    int stop = to;
    if (onOrder) {
      stop = run.nextDecision(from).filter(row -> row < to).orElse(stop);
    }
    return onDrawdown ? firstFall(run, from, stop) : stop;
  }

  private int firstFall(LoadedRun run, int from, int to) {
    Series equity = run.equity();
    double fall = DrawdownPainter.at(equity, from, run.capital());
    double peak = equity.value(from) / (1 - fall);
    boolean below = fall >= drawdown;
    for (int row = from + 1; row < to; row++) {
      peak = Math.max(peak, equity.value(row));
      boolean now = equity.value(row) <= peak * (1 - drawdown);
      if (now && !below) {
        return row;
      }
      below = now;
    }
    return to;
  }
}
