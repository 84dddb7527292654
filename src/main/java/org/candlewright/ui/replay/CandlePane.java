package org.candlewright.ui.replay;

import java.util.List;
import org.candlewright.market.BarSeries;
import org.candlewright.replay.Line;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.ValueScale;

/** Candles with the indicators on the price axis, trades, and what is open. */
final class CandlePane implements ChartPane {
  private static final double TICK_SPACING = 44;
  private static final String[] SERIES = {"series-1", "series-2", "series-3"};

  private final LinePainter painter = new LinePainter();
  private final TradeMarks marks = new TradeMarks();
  private final CandlePainter candles = new CandlePainter();

  @Override
  public double fixedHeight() {
    return 0;
  }

  @Override
  public double weight() {
    return 3.2;
  }

  @Override
  public void draw(Frame frame, Shown shown) {
    Pen pen = frame.pen();
    ValueScale scale = scale(frame, shown);
    for (double tick : scale.ticks(TICK_SPACING)) {
      pen.horizontal("border-faint", 0, frame.axis(), scale.y(tick));
    }
    pen.clipped(
        0,
        frame.top(),
        frame.axis(),
        frame.height(),
        () -> {
          candles.draw(pen, shown, frame.time(), scale);
          overlays(frame, shown, scale);
          marks.draw(frame, shown, scale);
        });
    AxisTags tags = new AxisTags(frame.top(), frame.bottom());
    Levels.draw(frame, shown, scale, tags);
    lastValues(frame, shown, scale, tags);
    tags.draw(
        pen, scale, frame.axis(), frame.axisWidth(), TICK_SPACING, shown.of().priceDecimals());
    head(frame, shown, shown.endBar() - 1);
  }

  @Override
  public void drawHover(Frame frame, Shown shown, long millis) {
    int bar = Math.min(shown.endBar() - 1, shown.bars().firstAtOrAfter(millis + 1) - 1);
    if (bar >= 0) {
      frame.pen().fill("surface-panel", 0, frame.top() + 2, frame.axis() - 2, 18);
      head(frame, shown, bar);
    }
  }

  /** The value under the mouse. */
  double valueAt(Frame frame, Shown shown, double y) {
    return scale(frame, shown).value(y);
  }

  private static ValueScale scale(Frame frame, Shown shown) {
    BarSeries bars = shown.bars();
    long bar = bars.timeframe().millis();
    int from = Math.max(0, bars.firstAtOrAfter(frame.time().fromMillis() - bar));
    int to = Math.min(shown.endBar(), bars.firstAtOrAfter(frame.time().toMillis()));
    Pyramid.Range range = new Pyramid.Range();
    shown.track().extremes().include(from, to, range);
    if (range.isEmpty()) {
      range.include(bars.closes()[Math.clamp(shown.endBar() - 1, 0, bars.size() - 1)]);
    }
    double low = shown.price((long) range.min());
    double high = shown.price((long) range.max());
    if (shown.forming().isPresent()) {
      low = Math.min(low, shown.forming().get().low());
      high = Math.max(high, shown.forming().get().high());
    }
    ValueScale scale = ValueScale.around(low, high, 0.2, 0.09, frame.top(), frame.height());
    return shown.logarithmic() ? scale.asLogarithmic() : scale;
  }

  private void overlays(Frame frame, Shown shown, ValueScale scale) {
    List<Line> lines = shown.track().lines();
    int colour = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (Lines.drawn(lines.get(i)) && lines.get(i).shape().onPrice()) {
        painter.draw(
            frame.pen(),
            shown.run().lines(shown.instrument()).get(i),
            shown.endBar() - lines.get(i).firstBar(),
            shown.bars().timeframe().millis() / 2,
            frame.time(),
            scale,
            SERIES[colour++ % SERIES.length],
            1.5);
      }
    }
  }

  private static void lastValues(Frame frame, Shown shown, ValueScale scale, AxisTags tags) {
    if (shown.endBar() <= 0) {
      return;
    }
    int decimals = shown.of().priceDecimals();
    double close =
        shown
            .forming()
            .map(Forming::close)
            .orElseGet(() -> shown.price(shown.bars().closes()[shown.endBar() - 1]));
    double from = Math.max(0, frame.time().x(shown.head()));
    if (from < frame.axis()) {
      frame.pen().dashedHorizontal("text", from, frame.axis(), scale.y(close), 1, 3);
    }
    tags.add(scale.y(close), NumberText.plain(close, decimals), "text", "surface-panel");
    List<Line> lines = shown.track().lines();
    int colour = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (Lines.drawn(lines.get(i)) && lines.get(i).shape().onPrice()) {
        String token = SERIES[colour++ % SERIES.length];
        double value = Lines.value(shown, i);
        if (!Double.isNaN(value)) {
          tags.add(scale.y(value), NumberText.plain(value, decimals), token, "text-on-fill");
        }
      }
    }
  }

  private static void head(Frame frame, Shown shown, int bar) {
    if (bar < 0) {
      return;
    }
    BarSeries bars = shown.bars();
    int decimals = shown.of().priceDecimals();
    PaneHead head = new PaneHead(frame.pen(), frame.top() + 2);
    head.name(shown.of().id().toString()).words(Lines.timeframe(bars));
    String[] names = {"O", "H", "L", "C"};
    long[][] columns = {bars.opens(), bars.highs(), bars.lows(), bars.closes()};
    for (int i = 0; i < names.length; i++) {
      head.value(
          names[i] + " " + NumberText.plain(shown.price(columns[i][bar]), decimals), "text-soft");
    }
    if (bar > 0) {
      double change = (double) bars.closes()[bar] / bars.closes()[bar - 1] - 1;
      head.value(
          NumberText.signedPercent(change, 2) + " %",
          change > 0 ? "gain" : change < 0 ? "loss" : "text-soft");
    }
    List<Line> lines = shown.track().lines();
    int colour = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (Lines.drawn(line) && line.shape().onPrice()) {
        String token = SERIES[colour++ % SERIES.length];
        double value = Lines.valueAt(shown, i, bar);
        head.value(
            line.shape().name()
                + " "
                + (Double.isNaN(value) ? "warming up" : NumberText.plain(value, decimals)),
            token);
      }
    }
  }
}
