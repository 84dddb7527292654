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
    int from = Math.min(end, Math.max(0, equity.firstAtOrAfter(time.fromMillis()) - 1));
    equity.extremes(0, from, range);
    double peak = Math.max(floor, range.max());
    double lowest = Double.NaN;
    for (int x = 0; x < time.width() && from < end; x++) {
      long until = time.time(time.left() + x + 1);
      int to = Math.min(end, equity.firstAtOrAfter(until));
      if (to > from) {
        equity.extremes(from, to, range.clear());
        peak = Math.max(peak, range.max());
        lowest = range.min();
        from = to;
      }
      double top = Math.max(scale.top(), scale.y(peak));
      double bottom = Math.min(scale.top() + scale.height(), scale.y(lowest));
      if (bottom > top && time.x(equity.time(from - 1 < 0 ? 0 : from - 1)) >= time.left() - 1) {
        pen.fill(FILL, time.left() + x, top, 1, bottom - top);
      }
    }
  }

  /** The fraction below the highest so far at an entry. */
  public static double at(Series equity, int index, double floor) {
    Pyramid.Range range = new Pyramid.Range();
    equity.extremes(0, index + 1, range);
    double peak = Math.max(floor, range.max());
    return peak > 0 ? (peak - equity.value(index)) / peak : 0;
  }
}
