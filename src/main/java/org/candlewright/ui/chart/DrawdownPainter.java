package org.candlewright.ui.chart;

import org.candlewright.replay.Pyramid;

/** Fills what equity lies below its highest so far, one column of pixels at a time. */
public final class DrawdownPainter {
  private static final String FILL = "loss-weak";

  private DrawdownPainter() {}

  /**
   * @param end one past the last entry to draw
   * @param floor lowest peak that counts: the capital
   */
  public static void draw(
      Pen pen, Series equity, int end, double floor, TimeScale time, ValueScale scale) {
    Pyramid.Range range = new Pyramid.Range();
    int first = Math.min(end, equity.firstAtOrAfter(time.fromMillis()));
    equity.extremes(0, first, range);
    double peak = Math.max(floor, range.max());
    int from = first;
    for (int x = 0; x < time.width(); x++) {
      long until = time.time(time.left() + x + 1);
      int to = Math.min(end, equity.firstAtOrAfter(until));
      double lowest;
      if (to > from) {
        equity.extremes(from, to, range.clear());
        peak = Math.max(peak, range.max());
        lowest = range.min();
        from = to;
      } else if (from == 0 || from >= end) {
        // Before the first entry and after the last there is nothing to fill.
        continue;
      } else {
        lowest = between(equity, from, time.time(time.left() + x + 0.5));
      }
      double top = Math.max(scale.top(), scale.y(peak));
      double bottom = Math.min(scale.top() + scale.height(), scale.y(lowest));
      if (bottom > top) {
        pen.fill(FILL, time.left() + x, top, 1, bottom - top);
      }
    }
  }

  /** The line's value at a time between two entries, of which {@code next} is the later. */
  private static double between(Series equity, int next, long millis) {
    double share =
        (double) (millis - equity.time(next - 1)) / (equity.time(next) - equity.time(next - 1));
    double before = equity.value(next - 1);
    return before + Math.clamp(share, 0, 1) * (equity.value(next) - before);
  }

  /** The fraction below the highest so far at an entry. */
  public static double at(Series equity, int index, double floor) {
    Pyramid.Range range = new Pyramid.Range();
    equity.extremes(0, index + 1, range);
    double peak = Math.max(floor, range.max());
    return peak > 0 ? (peak - equity.value(index)) / peak : 0;
  }
}
