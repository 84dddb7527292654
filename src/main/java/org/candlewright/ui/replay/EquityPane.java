package org.candlewright.ui.replay;

import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.DrawdownPainter;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.ValueScale;

/** Equity of the account with its drawdown. */
final class EquityPane implements ChartPane {
  private static final double SPACING = 22;

  private final LinePainter painter = new LinePainter();

  @Override
  public double fixedHeight() {
    return 0;
  }

  @Override
  public double weight() {
    return 1.1;
  }

  @Override
  public void draw(Frame frame, Shown shown) {
    Pen pen = frame.pen();
    Series equity = shown.run().equity();
    int end = shown.moment().row() + 1;
    ValueScale scale = scale(frame, shown, equity, end);
    scale
        .ticks(SPACING)
        .forEach(tick -> pen.horizontal("border-faint", 0, frame.axis(), scale.y(tick)));
    pen.clipped(
        0,
        frame.top() + 1,
        frame.axis(),
        frame.height() - 1,
        () -> {
          DrawdownPainter.draw(pen, equity, end, shown.run().capital(), frame.time(), scale);
          shown.beside().ifPresent(other -> beside(frame, other, shown, scale));
          painter.draw(pen, equity, end, 0, frame.time(), scale, "text", 1.5);
        });
    double last = equity.value(end - 1);
    int decimals = scale.tickDecimals(SPACING);
    AxisTags tags = new AxisTags(frame.top() + 2, frame.bottom());
    tags.add(scale.y(last), NumberText.plain(last, decimals), "text", "surface-panel");
    tags.draw(pen, scale, frame.axis(), frame.axisWidth(), SPACING, decimals);
    head(frame, shown, end - 1);
  }

  /** The other run up to the playhead, dashed. */
  private void beside(Frame frame, Beside other, Shown shown, ValueScale scale) {
    Series equity = other.equity();
    int end = equity.firstAtOrAfter(shown.head() + 1);
    frame
        .pen()
        .dashed(
            () ->
                painter.draw(frame.pen(), equity, end, 0, frame.time(), scale, "text-soft", 1.25));
  }

  @Override
  public void drawHover(Frame frame, Shown shown, long millis) {
    int row = Math.min(shown.moment().row(), shown.run().run().rows().at(millis));
    if (row >= 0) {
      frame.pen().fill("surface-panel", 0, frame.top() + 2, frame.axis() - 2, 17);
      head(frame, shown, row);
    }
  }

  private static void head(Frame frame, Shown shown, int row) {
    Series equity = shown.run().equity();
    double fall = DrawdownPainter.at(equity, row, shown.run().capital());
    double change = equity.value(row) - shown.run().capital();
    PaneHead head = new PaneHead(frame.pen(), frame.top() + 1);
    head.name("Equity")
        .value(NumberText.plain(equity.value(row), 2) + " " + shown.run().currency(), "text")
        .value(NumberText.signed(change, 2), change < 0 ? "loss" : "gain")
        .words("Drawdown")
        .value(NumberText.plain(-fall * 100, 2) + " %", fall > 0 ? "loss" : "text-soft");
    shown.beside().ifPresent(other -> head(head, other, equity.time(row), equity.value(row)));
  }

  private static void head(PaneHead head, Beside other, long millis, double equity) {
    double there = other.equityAt(millis);
    if (!Double.isNaN(there)) {
      head.words("╌╌ " + other.name())
          .value(NumberText.plain(there, 2), "text")
          .value(NumberText.signed(there - equity, 2), there < equity ? "loss" : "gain");
    }
  }

  private static ValueScale scale(Frame frame, Shown shown, Series equity, int end) {
    int from = Math.max(0, equity.firstAtOrAfter(frame.time().fromMillis()) - 1);
    int to = Math.min(end, equity.firstAtOrAfter(frame.time().toMillis()) + 1);
    Pyramid.Range range = new Pyramid.Range();
    equity.extremes(from, to, range);
    if (range.isEmpty()) {
      range.include(equity.value(Math.min(end, equity.size()) - 1));
    }
    shown
        .beside()
        .ifPresent(
            other ->
                other
                    .equity()
                    .extremes(
                        Math.max(0, other.equity().firstAtOrAfter(frame.time().fromMillis()) - 1),
                        other
                            .equity()
                            .firstAtOrAfter(Math.min(shown.head(), frame.time().toMillis()) + 1),
                        range));
    // A quiet account is not blown up to fill the pane: at least a quarter of a percent is shown.
    double least = shown.run().capital() * 0.0025;
    double middle = (range.min() + range.max()) / 2;
    range.include(middle - least / 2);
    range.include(middle + least / 2);
    return ValueScale.around(
        range.min(), range.max(), 0.1, 0.1, frame.top() + 20, Math.max(8, frame.height() - 22));
  }
}
