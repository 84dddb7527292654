package org.candlewright.ui.chart;

import org.candlewright.replay.Pyramid;

/**
 * Draws a series at any zoom in a time that depends on pixels alone: point by point while points
 * are sparse, else through the lowest and the highest value of each pixel.
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

  /** A point per pixel, or two where its values spread: down then up, or as the line came. */
  private void dense(
      Pen pen,
      Series series,
      int end,
      long offset,
      TimeScale time,
      ValueScale scale,
      String token,
      double width) {
    int most = 2 * (int) Math.ceil(time.width()) + 2;
    if (xs.length < most) {
      xs = new double[most];
      ys = new double[most];
    }
    Pyramid.Range range = new Pyramid.Range();
    int from = Math.min(end, series.firstAtOrAfter(time.fromMillis() - offset));
    int count = 0;
    for (int x = 0; x < time.width() && from < end; x++) {
      int to = Math.min(end, series.firstAtOrAfter(time.time(time.left() + x + 1) - offset));
      if (to > from) {
        series.extremes(from, to, range.clear());
        if (!range.isEmpty()) {
          double top = scale.y(range.max());
          double bottom = scale.y(range.min());
          boolean fromBelow = count > 0 && ys[count - 1] > (top + bottom) / 2;
          double middle = time.left() + x + 0.5;
          if (bottom - top <= 1) {
            xs[count] = middle;
            ys[count++] = (top + bottom) / 2;
          } else {
            xs[count] = middle - 0.25;
            ys[count++] = fromBelow ? bottom : top;
            xs[count] = middle + 0.25;
            ys[count++] = fromBelow ? top : bottom;
          }
        }
        from = to;
      }
    }
    if (count > 1) {
      pen.polyline(token, width, xs, ys, count);
    }
  }
}
