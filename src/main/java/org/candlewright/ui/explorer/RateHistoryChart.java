package org.candlewright.ui.explorer;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.ContentChart;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Plot;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.chart.ValueScale;
import org.candlewright.ui.theme.Tokens;

/** Settled rates over time: what shorts received above the line, what they paid below it. */
final class RateHistoryChart extends ContentChart<Series> {
  private static final double AXIS = 46;
  private static final long DAY = 86_400_000L;

  private long days;

  RateHistoryChart(ReadOnlyObjectProperty<Tokens> tokens) {
    super(tokens);
  }

  /**
   * Shows the last days alone.
   *
   * @param last how many; 0 for all
   */
  void showLast(long last) {
    days = last;
    redraw();
  }

  private TimeScale time(Series rates, Plot plot) {
    long last = rates.time(rates.size() - 1);
    long from = days == 0 ? rates.time(0) : Math.max(rates.time(0), last - days * DAY);
    return plot.time(from, last);
  }

  @Override
  protected void paint(Series rates, Pen pen, double width, double height) {
    Plot plot = Plot.in(width, height, AXIS);
    TimeScale time = time(rates, plot);
    int first = rates.firstAtOrAfter(time.fromMillis());
    Pyramid.Range range = new Pyramid.Range();
    rates.extremes(first, rates.size(), range);
    ValueScale scale = plot.values(Math.min(0, range.min()), Math.max(0, range.max()), 0.06, 0.06);
    plot.drawTime(pen, time);
    plot.drawValues(pen, scale);
    double zero = scale.y(0);
    double each = Math.max(1, plot.width() / Math.max(1, rates.size() - first) - 1);
    int from = first;
    for (int x = 0; x <= time.width() && from < rates.size(); x++) {
      int to = rates.firstAtOrAfter(time.time(time.left() + x + 1));
      if (to > from) {
        rates.extremes(from, to, range.clear());
        if (range.max() > 0) {
          double top = scale.y(range.max());
          pen.fill("funding", time.left() + x, top, each, zero - top);
        }
        if (range.min() < 0) {
          pen.fill("loss", time.left() + x, zero, each, scale.y(range.min()) - zero);
        }
        from = to;
      }
    }
    pen.horizontal("border-strong", plot.left(), plot.right(), zero);
  }

  @Override
  protected void paintHover(
      Series rates, Pen pen, double width, double height, double x, double y) {
    Plot plot = Plot.in(width, height, AXIS);
    if (!plot.holds(x)) {
      return;
    }
    TimeScale time = time(rates, plot);
    int at = Math.min(rates.size() - 1, rates.firstAtOrAfter(time.time(x)));
    pen.vertical("border-strong", time.x(rates.time(at)), plot.top(), plot.bottom());
    plot.readOut(
        pen,
        TimeText.moment(rates.time(at)) + "  " + NumberText.signed(rates.value(at), 2) + " bps");
  }
}
