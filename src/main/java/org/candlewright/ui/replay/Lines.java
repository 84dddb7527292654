package org.candlewright.ui.replay;

import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.market.BarSeries;
import org.candlewright.replay.Line;

/** What panes ask of indicator lines. */
final class Lines {
  private Lines() {}

  static boolean drawn(Line line) {
    return line.shape().plot() != IndicatorOutput.Plot.HIDDEN;
  }

  /** The line's exact value at the playhead. */
  static double value(Shown shown, int line) {
    double[] values = shown.moment().indicators()[shown.instrument()];
    return line < values.length ? values[line] : Double.NaN;
  }

  /** The line's value at a bar: exact at the playhead, as drawn before it. */
  static double valueAt(Shown shown, int line, int bar) {
    if (bar == shown.endBar() - 1) {
      return value(shown, line);
    }
    Line drawn = shown.track().lines().get(line);
    int index = bar - drawn.firstBar();
    return index < 0 || index >= drawn.values().length ? Double.NaN : drawn.values()[index];
  }

  /** A timeframe with its unit set off: {@code 1 h}. */
  static String timeframe(BarSeries bars) {
    return bars.timeframe().toString().replaceAll("([0-9]+)([a-zA-Z]+)", "$1 $2");
  }
}
