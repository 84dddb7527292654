package org.candlewright.ui.replay;

import org.candlewright.market.FundingHistory;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.ValueScale;

/** Settled funding rates of a perpetual as bars from zero, in percent per settlement. */
final class FundingPane implements ChartPane {
  private static final double UNITS_PER_PERCENT = 1e10;
  private static final double SPACING = 24;

  @Override
  public double fixedHeight() {
    return 0;
  }

  @Override
  public double weight() {
    return 0.85;
  }

  @Override
  public void draw(Frame frame, Shown shown) {
    FundingHistory funding = shown.track().data().funding();
    Pen pen = frame.pen();
    int from = funding.firstAtOrAfter(frame.time().fromMillis());
    int to = funding.firstAtOrAfter(Math.min(shown.head(), frame.time().toMillis()) + 1);
    double most = 0.01;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(percent(funding, i)));
    }
    ValueScale scale =
        new ValueScale(-most * 1.1, most * 1.1, frame.top() + 16, frame.height() - 20);
    double zero = scale.y(0);
    pen.horizontal("border", 0, frame.axis(), zero);
    double last = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      double x = frame.time().x(funding.time(i));
      double y = scale.y(percent(funding, i));
      if (x - last >= 1) {
        pen.fill("funding", x - 1, Math.min(y, zero), 2, Math.max(1, Math.abs(y - zero)));
        last = x;
      }
    }
    AxisTags tags = new AxisTags(frame.top() + 2, frame.bottom() - 2);
    if (to > 0) {
      tags.add(
          scale.y(percent(funding, to - 1)),
          NumberText.signed(percent(funding, to - 1), 4),
          "funding",
          "text-on-fill");
    }
    tags.draw(pen, scale, frame.axis(), frame.axisWidth(), SPACING, 3);
    head(frame, funding, to - 1);
  }

  @Override
  public void drawHover(Frame frame, Shown shown, long millis) {
    FundingHistory funding = shown.track().data().funding();
    head(frame, funding, funding.firstAtOrAfter(Math.min(millis, shown.head()) + 1) - 1);
  }

  private static void head(Frame frame, FundingHistory funding, int at) {
    PaneHead head = new PaneHead(frame.pen(), frame.top() + 1);
    head.value("Funding", "funding");
    if (at >= 0) {
      head.value(NumberText.signed(percent(funding, at), 4) + " %", "funding")
          .words("per " + funding.intervalHours(at) + " h");
    }
  }

  private static double percent(FundingHistory funding, int at) {
    return funding.rateUnits(at) / UNITS_PER_PERCENT;
  }
}
