package org.candlewright.ui.explorer;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.ContentChart;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Plot;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.chart.ValueScale;
import org.candlewright.ui.theme.Tokens;

/** What a short of constant notional has received, and when it had paid for its round trip. */
final class CumulativeChart extends ContentChart<FundingContent> {
  private static final double AXIS = 46;

  private final LinePainter line = new LinePainter();

  CumulativeChart(ReadOnlyObjectProperty<Tokens> tokens) {
    super(tokens);
  }

  private static TimeScale time(FundingContent shown, Plot plot) {
    Series sums = shown.cumulative();
    return plot.time(sums.time(0), sums.time(sums.size() - 1));
  }

  @Override
  protected void paint(FundingContent shown, Pen pen, double width, double height) {
    Plot plot = Plot.in(width, height, AXIS);
    Series sums = shown.cumulative();
    double cost = shown.row().summary().cost().roundTrip() * 100;
    Pyramid.Range range = new Pyramid.Range();
    sums.extremes(0, sums.size(), range);
    range.include(0);
    range.include(cost);
    TimeScale time = time(shown, plot);
    ValueScale scale = plot.values(range.min(), range.max(), 0.08, 0.06);
    plot.drawTime(pen, time);
    plot.drawValues(pen, scale);
    double zero = scale.y(0);
    area(pen, sums, time, scale, zero);
    pen.horizontal("border-strong", plot.left(), plot.right(), zero);
    line.draw(pen, sums, sums.size(), 0, time, scale, "funding", 1.5);
    double y = scale.y(cost);
    pen.dashedHorizontal("warning", plot.left(), plot.right(), y, 4, 3);
    String words = "round trip costs " + NumberText.plain(cost, 2) + " %";
    double above = y - 4 < plot.top() + 8 ? y + 12 : y - 4;
    pen.text(words, plot.right() - 4, above, "warning", Pen.Type.TEXT, Pen.Align.RIGHT);
    int paid = 0;
    while (paid < sums.size() && sums.value(paid) < cost) {
      paid++;
    }
    if (paid < sums.size()) {
      pen.circle("warning", time.x(sums.time(paid)), y, 3.5);
    }
  }

  private static void area(Pen pen, Series sums, TimeScale time, ValueScale scale, double zero) {
    for (int x = 0; x < time.width(); x++) {
      int at = sums.firstAtOrAfter(time.time(time.left() + x + 1)) - 1;
      if (at >= 0) {
        double y = scale.y(sums.value(at));
        pen.fill(
            sums.value(at) >= 0 ? "funding-weak" : "loss-weak",
            time.left() + x,
            Math.min(y, zero),
            1,
            Math.abs(zero - y));
      }
    }
  }

  @Override
  protected void paintHover(
      FundingContent shown, Pen pen, double width, double height, double x, double y) {
    Plot plot = Plot.in(width, height, AXIS);
    if (!plot.holds(x)) {
      return;
    }
    Series sums = shown.cumulative();
    TimeScale time = time(shown, plot);
    int at = Math.min(sums.size() - 1, sums.firstAtOrAfter(time.time(x)));
    pen.vertical("border-strong", time.x(sums.time(at)), plot.top(), plot.bottom());
    plot.readOut(
        pen, TimeText.day(sums.time(at)) + "  " + NumberText.signed(sums.value(at), 2) + " %");
  }
}
