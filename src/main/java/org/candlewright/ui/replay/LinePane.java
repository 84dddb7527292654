package org.candlewright.ui.replay;

import java.util.List;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.replay.Line;
import org.candlewright.replay.Pyramid;
import org.candlewright.strategy.IndicatorLine;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.ValueScale;

/** Indicator lines of one group on an axis of their own. */
final class LinePane implements ChartPane {
  private static final String[] SERIES = {"series-3", "series-2", "series-1"};
  private static final double SPACING = 24;

  private final String group;
  private final List<Integer> lines;
  private final LinePainter painter = new LinePainter();

  /**
   * @param lines numbers of the lines to draw
   */
  LinePane(String group, List<Integer> lines) {
    this.group = group;
    this.lines = lines;
  }

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
    Pen pen = frame.pen();
    IndicatorLine shape = line(shown, lines.getFirst()).shape();
    ValueScale scale = scale(frame, shown, shape);
    if (!Double.isNaN(shape.lowGuide()) && !Double.isNaN(shape.highGuide())) {
      double top = scale.y(shape.highGuide());
      double bottom = scale.y(shape.lowGuide());
      double right = Math.min(frame.axis(), frame.time().x(shown.head()));
      pen.fill("surface-raised", 0.7, 0, top, Math.max(0, right), bottom - top);
      pen.horizontal("border-faint", 0, frame.axis(), top);
      pen.horizontal("border-faint", 0, frame.axis(), bottom);
    }
    scale
        .ticks(SPACING)
        .forEach(tick -> pen.horizontal("border-faint", 0, frame.axis(), scale.y(tick)));
    AxisTags tags = new AxisTags(frame.top() + 2, frame.bottom() - 2);
    int decimals = scale.tickDecimals(SPACING);
    pen.clipped(
        0, frame.top() + 1, frame.axis(), frame.height() - 1, () -> lines(frame, shown, scale));
    for (int i = 0; i < lines.size(); i++) {
      double value = Lines.value(shown, lines.get(i));
      if (!Double.isNaN(value)) {
        tags.add(scale.y(value), NumberText.plain(value, decimals + 1), token(i), "text-on-fill");
      }
    }
    tags.draw(pen, scale, frame.axis(), frame.axisWidth(), SPACING, decimals);
    head(frame, shown, shown.endBar() - 1, decimals + 1);
  }

  @Override
  public void drawHover(Frame frame, Shown shown, long millis) {
    int bar = Math.min(shown.endBar() - 1, shown.bars().firstAtOrAfter(millis + 1) - 1);
    if (bar >= 0) {
      ValueScale scale = scale(frame, shown, line(shown, lines.getFirst()).shape());
      head(frame, shown, bar, scale.tickDecimals(SPACING) + 1);
    }
  }

  private void head(Frame frame, Shown shown, int bar, int decimals) {
    PaneHead head = new PaneHead(frame.pen(), frame.top() + 1);
    for (int i = 0; i < lines.size(); i++) {
      double value = Lines.valueAt(shown, lines.get(i), bar);
      String name = lines.size() == 1 ? group : line(shown, lines.get(i)).shape().name();
      head.value(
          name + "  " + (Double.isNaN(value) ? "warming up" : NumberText.plain(value, decimals)),
          token(i));
    }
  }

  private static String token(int index) {
    return SERIES[index % SERIES.length];
  }

  private static Line line(Shown shown, int index) {
    return shown.track().lines().get(index);
  }

  private void lines(Frame frame, Shown shown, ValueScale scale) {
    long half = shown.bars().timeframe().millis() / 2;
    for (int i = 0; i < lines.size(); i++) {
      Line line = line(shown, lines.get(i));
      Series series = shown.run().lines(shown.instrument()).get(lines.get(i));
      int end = shown.endBar() - line.firstBar();
      if (line.shape().plot() == IndicatorOutput.Plot.HISTOGRAM) {
        histogram(frame, series, end, half, scale);
      } else {
        painter.draw(frame.pen(), series, end, half, frame.time(), scale, token(i), 1.5);
      }
    }
  }

  private static void histogram(Frame frame, Series series, int end, long half, ValueScale scale) {
    double zero = scale.y(0);
    int from = Math.max(0, series.firstAtOrAfter(frame.time().fromMillis()) - 1);
    int to = Math.min(end, series.firstAtOrAfter(frame.time().toMillis()));
    Pyramid.Range range = new Pyramid.Range();
    double step = Math.max(1, (to - from) / frame.time().width());
    for (double at = from; at < to; at += step) {
      int first = (int) at;
      series.extremes(first, Math.min(to, Math.max(first + 1, (int) (at + step))), range.clear());
      double value = Math.abs(range.max()) > Math.abs(range.min()) ? range.max() : range.min();
      double y = scale.y(value);
      frame
          .pen()
          .fill(
              "neutral",
              0.6,
              frame.time().x(series.time(first) + half) - 1,
              Math.min(y, zero),
              2,
              Math.abs(y - zero));
    }
  }

  private ValueScale scale(Frame frame, Shown shown, IndicatorLine shape) {
    double top = frame.top() + 18;
    double height = Math.max(10, frame.height() - 24);
    if (!Double.isNaN(shape.axisLow()) && !Double.isNaN(shape.axisHigh())) {
      return new ValueScale(
          shape.axisLow(), shape.axisHigh(), frame.top() + 6, frame.height() - 12);
    }
    Pyramid.Range range = new Pyramid.Range();
    for (int index : lines) {
      Series series = shown.run().lines(shown.instrument()).get(index);
      int end = shown.endBar() - line(shown, index).firstBar();
      int from = series.firstAtOrAfter(frame.time().fromMillis());
      series.extremes(from, Math.min(end, series.firstAtOrAfter(frame.time().toMillis())), range);
    }
    if (range.isEmpty()) {
      return new ValueScale(0, 1, top, height);
    }
    return ValueScale.around(range.min(), range.max(), 0.05, 0.05, top, height);
  }
}
