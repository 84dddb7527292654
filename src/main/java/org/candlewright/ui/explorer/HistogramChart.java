package org.candlewright.ui.explorer;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.candlewright.analytics.funding.RateHistogram;
import org.candlewright.ui.chart.ContentChart;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Plot;
import org.candlewright.ui.chart.ValueScale;
import org.candlewright.ui.theme.Tokens;

/** How often which rates were settled. */
final class HistogramChart extends ContentChart<FundingContent> {
  private static final double AXIS = 34;
  private static final double HEAD = 14;

  HistogramChart(ReadOnlyObjectProperty<Tokens> tokens) {
    super(tokens);
  }

  private static Plot plot(double width, double height) {
    Plot all = Plot.in(width, height, AXIS);
    return new Plot(all.left(), all.top() + HEAD, all.width(), Math.max(1, all.height() - HEAD));
  }

  private static double x(RateHistogram bins, Plot plot, double rate) {
    double low = bins.edges()[0];
    double span = bins.edges()[bins.edges().length - 1] - low;
    return span > 0
        ? plot.left() + plot.width() * (rate - low) / span
        : plot.left() + plot.width() / 2;
  }

  @Override
  protected void paint(FundingContent shown, Pen pen, double width, double height) {
    RateHistogram bins = shown.detail().histogram();
    Plot plot = plot(width, height);
    int most = 1;
    for (int count : bins.counts()) {
      most = Math.max(most, count);
    }
    ValueScale scale = plot.values(0, most, 0.05, 0);
    plot.drawValues(pen, scale);
    double step = plot.width() / Math.max(1, bins.counts().length);
    for (int i = 0; i < bins.counts().length; i++) {
      double middle = (bins.edges()[i] + bins.edges()[i + 1]) / 2;
      String token = middle < 0 ? "loss" : "funding";
      double left = plot.left() + i * step;
      double top = scale.y(bins.counts()[i]);
      pen.fill(token + "-weak", left, top, step, plot.bottom() - top);
      pen.frame(token, left, top, step, plot.bottom() - top);
    }
    pen.horizontal("border-strong", plot.left(), plot.right(), plot.bottom());
    labels(bins, pen, plot);
    shown
        .row()
        .summary()
        .statistics()
        .ifPresent(rates -> marks(shown, rates.mean(), pen, plot, bins));
  }

  private static void labels(RateHistogram bins, Pen pen, Plot plot) {
    double low = bins.edges()[0];
    double high = bins.edges()[bins.edges().length - 1];
    if (!(high > low)) {
      plot.label(pen, NumberText.plain(low * 1e4, 2), plot.left() + plot.width() / 2);
      return;
    }
    plot.label(pen, NumberText.plain(low * 1e4, 1), plot.left() + 12);
    plot.label(pen, NumberText.plain(high * 1e4, 1), plot.right());
    double zero = x(bins, plot, 0);
    if (low < 0 && high > 0 && zero - plot.left() > 50 && plot.right() - zero > 34) {
      plot.label(pen, "0", zero);
    }
  }

  private static void marks(
      FundingContent shown, double mean, Pen pen, Plot plot, RateHistogram bins) {
    double top = plot.top() - HEAD;
    double meanX = x(bins, plot, mean);
    double lastX = x(bins, plot, shown.row().series().rate(shown.row().series().size() - 1));
    pen.vertical("text", meanX, top, plot.bottom());
    pen.line(
        "text-soft",
        1,
        new double[] {2, 2},
        Math.rint(lastX) + 0.5,
        top,
        Math.rint(lastX) + 0.5,
        plot.bottom());
    boolean meanRight = meanX >= lastX;
    word(pen, plot, "mean", meanX, top + 9, meanRight, "text");
    word(pen, plot, "last", lastX, top + 9, !meanRight, "text-soft");
  }

  private static void word(
      Pen pen, Plot plot, String word, double x, double baseline, boolean right, String token) {
    double length = pen.width(word, Pen.Type.TEXT) + 4;
    boolean toRight = right ? x + length < plot.right() + AXIS : x - length < plot.left();
    pen.text(
        word,
        toRight ? x + 4 : x - 3,
        baseline,
        token,
        Pen.Type.TEXT,
        toRight ? Pen.Align.LEFT : Pen.Align.RIGHT);
  }

  @Override
  protected void paintHover(
      FundingContent shown, Pen pen, double width, double height, double x, double y) {
    RateHistogram bins = shown.detail().histogram();
    Plot plot = plot(width, height);
    if (!plot.holds(x) || bins.counts().length == 0) {
      return;
    }
    int bin =
        Math.clamp(
            (int) ((x - plot.left()) / plot.width() * bins.counts().length),
            0,
            bins.counts().length - 1);
    plot.readOut(
        pen,
        NumberText.plain(bins.edges()[bin] * 1e4, 2)
            + " to "
            + NumberText.plain(bins.edges()[bin + 1] * 1e4, 2)
            + ": "
            + bins.counts()[bin]);
  }
}
