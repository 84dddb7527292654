package org.candlewright.ui.chart;

import org.candlewright.replay.Pyramid;

/**
 * Draws a series at any zoom in a time that depends on pixels alone: point by point while points
 * are sparse, else one stroke per pixel from the lowest to the highest value in it.
 */
public final class LinePainter {
  private double[] xs = new double[0];
  private double[] ys = new double[0];

  /**
   * Draws what lies in the time scale.
   *
   * @param end one past the last entry to draw: nothing after it is looked at
   * @param token colour
   * @param offsetMillis added to each time: half a bar for what is drawn at a bar's middle
   */
  public void draw(
      Pen pen,
      Series series,
      int end,
      long offsetMillis,
      TimeScale time,
      ValueScale scale,
      String token,
      double width) {
    int from = Math.max(0, series.firstAtOrAfter(time.fromMillis() - offsetMillis) - 1);
    int to = Math.min(end, series.firstAtOrAfter(time.toMillis() - offsetMillis) + 1);
    if (to - from > 1.5 * time.width()) {
      dense(pen, series, to, offsetMillis, time, scale, token, width);
    } else {
      sparse(pen, series, from, to, offsetMillis, time, scale, token, width);
    }
  }

  private void sparse(
      Pen pen,
      Series series,
      int from,
      int to,
      long offset,
      TimeScale time,
      ValueScale scale,
      String token,
      double width) {
    if (xs.length < to - from) {
      xs = new double[to - from];
      ys = new double[to - from];
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      double value = series.value(i);
      if (Double.isNaN(value)) {
        if (count > 1) {
          pen.polyline(token, width, xs, ys, count);
        }
        count = 0;
      } else {
        xs[count] = time.x(series.time(i) + offset);
        ys[count++] = scale.y(value);
      }
    }
    if (count > 1) {
      pen.polyline(token, width, xs, ys, count);
    }
  }

  private static void dense(
      Pen pen,
      Series series,
      int end,
      long offset,
      TimeScale time,
      ValueScale scale,
      String token,
      double width) {
    Pyramid.Range range = new Pyramid.Range();
    int from = Math.min(end, series.firstAtOrAfter(time.fromMillis() - offset));
    double last = Double.NaN;
    for (int x = 0; x < time.width() && from < end; x++) {
      int to = Math.min(end, series.firstAtOrAfter(time.time(time.left() + x + 1) - offset));
      if (to > from) {
        series.extremes(from, to, range.clear());
        // The stroke before is met, so that the line has no holes where it jumps.
        range.include(last);
        if (!range.isEmpty()) {
          double top = scale.y(range.max());
          double bottom = scale.y(range.min());
          pen.fill(
              token, time.left() + x, top - width / 2, 1, Math.max(width, bottom - top + width));
        }
        last = series.value(to - 1);
        from = to;
      }
    }
  }
}
