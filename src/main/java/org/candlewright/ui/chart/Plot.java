package org.candlewright.ui.chart;

/**
 * The plot of a small chart: a value axis at its right, marks of time or category below.
 *
 * @param left x of the plot's left edge, pixels
 * @param top y of its top
 */
public record Plot(double left, double top, double width, double height) {
  private static final double SPACING = 34;
  private static final double TIME_SPACING = 62;
  private static final double BASELINE = 13;

  /** A plot in a chart of a size with room for a value axis and one line of marks. */
  public static Plot in(double width, double height, double axis) {
    return new Plot(10, 6, Math.max(1, width - 10 - axis), Math.max(1, height - 6 - BASELINE - 6));
  }

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  public TimeScale time(long fromMillis, long toMillis) {
    return new TimeScale(fromMillis, Math.max(fromMillis + 1, toMillis), left, width);
  }

  public ValueScale values(double min, double max, double above, double below) {
    return ValueScale.around(min, max, above, below, top, height);
  }

  public boolean holds(double x) {
    return x >= left && x <= right();
  }

  /** Lines and labels of time. */
  public void drawTime(Pen pen, TimeScale time) {
    for (TimeTick tick : time.ticks(TIME_SPACING)) {
      double x = time.x(tick.millis());
      pen.vertical("border-faint", x, top, bottom());
      label(pen, tick.label(), x);
    }
  }

  /** A label under the plot, kept inside the chart. */
  public void label(Pen pen, String words, double x) {
    double half = pen.width(words, Pen.Type.NUMBER) / 2;
    if (x - half >= 0 && x + half <= right() + 30) {
      pen.text(words, x, bottom() + BASELINE, "text-faint", Pen.Type.NUMBER, Pen.Align.CENTER);
    }
  }

  /** Lines and labels of values. */
  public void drawValues(Pen pen, ValueScale scale) {
    int decimals = scale.tickDecimals(SPACING);
    for (double tick : scale.ticks(SPACING)) {
      double y = scale.y(tick);
      pen.horizontal("border-faint", left, right(), y);
      pen.text(
          NumberText.plain(tick, decimals),
          right() + 8,
          Math.clamp(y + 4, top + 8, bottom() + 4),
          "text-faint",
          Pen.Type.NUMBER,
          Pen.Align.LEFT);
    }
  }

  /** Words in the upper right corner, on a ground of their own: values under the mouse. */
  public void readOut(Pen pen, String words) {
    double length = pen.width(words, Pen.Type.NUMBER);
    pen.fill("surface-overlay", right() - length - 10, top, length + 10, 18);
    pen.text(words, right() - 5, top + 13, "text", Pen.Type.NUMBER, Pen.Align.RIGHT);
  }
}
