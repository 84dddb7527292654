package org.candlewright.ui.explorer;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PriceForm;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.ContentChart;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.chart.TimeTick;
import org.candlewright.ui.chart.ValueScale;
import org.candlewright.ui.theme.Tokens;

/** Both prices, their spread and its z-score above each other, on one time axis. */
final class PairCharts extends ContentChart<PairContent> {
  private static final double AXIS = 62;
  private static final double HEAD = 20;
  private static final double FOOT = 20;
  private static final double ENTRY = 2;
  private static final double EXIT = 0.5;
  private static final double[] SHARES = {0.38, 0.27, 0.35};
  private static final double SPACING = 30;

  private final LinePainter line = new LinePainter();

  PairCharts(ReadOnlyObjectProperty<Tokens> tokens) {
    super(tokens);
  }

  @Override
  protected void paint(PairContent shown, Pen pen, double width, double height) {
    shown.lines().ifPresent(lines -> paint(shown, lines, pen, width, height));
  }

  private static TimeScale time(PairContent.Lines lines, double width) {
    Series z = lines.zScore();
    return new TimeScale(z.time(0), z.time(z.size() - 1), 12, Math.max(1, width - AXIS - 16));
  }

  private static double top(int pane, double height) {
    double top = 0;
    for (int i = 0; i < pane; i++) {
      top += SHARES[i] * (height - FOOT);
    }
    return top;
  }

  private void paint(
      PairContent shown, PairContent.Lines lines, Pen pen, double width, double height) {
    TimeScale time = time(lines, width);
    for (TimeTick tick : time.ticks(84)) {
      double x = time.x(tick.millis());
      pen.vertical("border-faint", x, 0, height - FOOT);
      if (x > 24 && x < width - AXIS) {
        pen.text(tick.label(), x, height - 6, "text-faint", Pen.Type.NUMBER, Pen.Align.CENTER);
      }
    }
    prices(lines, pen, time, width, height);
    spread(lines, pen, time, width, height);
    zScore(lines, pen, time, width, height);
    pen.horizontal("border", 0, width, height - FOOT);
    heads(shown, lines, lines.zScore().size() - 1, false, pen, height);
  }

  private static ValueScale scale(double low, double high, int pane, double height) {
    double top = top(pane, height);
    double tall = SHARES[pane] * (height - FOOT);
    return ValueScale.around(low, high, 0.05, 0.07, top + HEAD, Math.max(8, tall - HEAD));
  }

  private void prices(
      PairContent.Lines lines, Pen pen, TimeScale time, double width, double height) {
    Pyramid.Range range = new Pyramid.Range();
    lines.first().extremes(0, lines.first().size(), range);
    lines.second().extremes(0, lines.second().size(), range);
    ValueScale scale = scale(range.min(), range.max(), 0, height);
    grid(pen, scale, width);
    draw(pen, lines.first(), time, scale, "series-1");
    draw(pen, lines.second(), time, scale, "series-2");
    AxisTags tags = new AxisTags(scale.top(), scale.top() + scale.height());
    tags.add(scale.y(last(lines.first())), text(lines.first(), 1), "series-1", "text-on-fill");
    tags.add(scale.y(last(lines.second())), text(lines.second(), 1), "series-2", "text-on-fill");
    tags.draw(pen, scale, width - AXIS, AXIS, SPACING, scale.tickDecimals(SPACING));
  }

  private void spread(
      PairContent.Lines lines, Pen pen, TimeScale time, double width, double height) {
    Pyramid.Range range = new Pyramid.Range();
    lines.difference().extremes(0, lines.difference().size(), range);
    ValueScale scale = scale(range.min(), range.max(), 1, height);
    pen.horizontal("border", 0, width, top(1, height));
    grid(pen, scale, width);
    pen.horizontal("border-strong", time.left(), time.right(), scale.y(0));
    draw(pen, lines.difference(), time, scale, "series-3");
    int decimals = scale.tickDecimals(SPACING);
    AxisTags tags = new AxisTags(scale.top(), scale.top() + scale.height());
    tags.add(
        scale.y(last(lines.difference())),
        text(lines.difference(), decimals + 1),
        "series-3",
        "text-on-fill");
    tags.draw(pen, scale, width - AXIS, AXIS, SPACING, decimals);
  }

  private void zScore(
      PairContent.Lines lines, Pen pen, TimeScale time, double width, double height) {
    Pyramid.Range range = new Pyramid.Range();
    lines.zScore().extremes(0, lines.zScore().size(), range);
    ValueScale scale = scale(Math.min(-2.4, range.min()), Math.max(2.4, range.max()), 2, height);
    pen.horizontal("border", 0, width, top(2, height));
    pen.fill(
        "surface-raised",
        time.left(),
        scale.y(ENTRY),
        time.width(),
        scale.y(-ENTRY) - scale.y(ENTRY));
    grid(pen, scale, width);
    for (int sign = -1; sign <= 1; sign += 2) {
      pen.dashedHorizontal("warning", time.left(), time.right(), scale.y(sign * ENTRY), 4, 3);
      pen.dashedHorizontal("border-strong", time.left(), time.right(), scale.y(sign * EXIT), 1, 3);
    }
    draw(pen, lines.zScore(), time, scale, "text");
    AxisTags tags = new AxisTags(scale.top(), scale.top() + scale.height());
    tags.add(
        scale.y(last(lines.zScore())),
        NumberText.signed(last(lines.zScore()), 2),
        "text",
        "surface-panel");
    tags.draw(pen, scale, width - AXIS, AXIS, SPACING, scale.tickDecimals(SPACING));
  }

  private static void grid(Pen pen, ValueScale scale, double width) {
    scale
        .ticks(SPACING)
        .forEach(value -> pen.horizontal("border-faint", 12, width - AXIS, scale.y(value)));
  }

  private void draw(Pen pen, Series series, TimeScale time, ValueScale scale, String token) {
    line.draw(pen, series, series.size(), 0, time, scale, token, 1.4);
  }

  private static double last(Series series) {
    return series.value(series.size() - 1);
  }

  private static String text(Series series, int decimals) {
    return NumberText.plain(last(series), decimals);
  }

  private static void heads(
      PairContent shown, PairContent.Lines lines, int at, boolean moment, Pen pen, double height) {
    double x = 12;
    double y = 14;
    x = words(pen, "First bar = 100", x, y, "text-faint", Pen.Type.TEXT);
    x = words(pen, PairText.asset(shown.row().first()), x, y, "series-1", Pen.Type.STRONG) - 4;
    x = words(pen, NumberText.plain(lines.first().value(at), 1), x, y, "series-1", Pen.Type.NUMBER);
    x = words(pen, PairText.asset(shown.row().second()), x, y, "series-2", Pen.Type.STRONG) - 4;
    x =
        words(
            pen, NumberText.plain(lines.second().value(at), 1), x, y, "series-2", Pen.Type.NUMBER);
    if (moment) {
      words(
          pen,
          TimeText.moment(lines.zScore().time(at)) + " UTC",
          x,
          y,
          "text-faint",
          Pen.Type.NUMBER);
    }
    y = top(1, height) + 14;
    x = words(pen, "Spread", 12, y, "text", Pen.Type.STRONG);
    x =
        words(
            pen,
            NumberText.signed(lines.difference().value(at), 4),
            x,
            y,
            "series-3",
            Pen.Type.NUMBER);
    shown.row().figures().ifPresent(known -> formula(shown, known, pen, height));
    y = top(2, height) + 14;
    x = words(pen, "z-score", 12, y, "text", Pen.Type.STRONG);
    x = words(pen, NumberText.signed(lines.zScore().value(at), 2), x, y, "text", Pen.Type.NUMBER);
    x = words(pen, "entry ±2.0", x, y, "warning", Pen.Type.NUMBER);
    words(pen, "exit ±0.5", x, y, "text-faint", Pen.Type.NUMBER);
  }

  private static void formula(PairContent shown, PairFigures known, Pen pen, double height) {
    String wrap = shown.question().prices() == PriceForm.LOG ? "ln " : "";
    String dependent =
        PairText.asset(known.firstDependent() ? shown.row().first() : shown.row().second());
    String independent =
        PairText.asset(known.firstDependent() ? shown.row().second() : shown.row().first());
    words(
        pen,
        wrap
            + dependent
            + sign(-known.test().hedgeRatio())
            + NumberText.plain(Math.abs(known.test().hedgeRatio()), 3)
            + " "
            + wrap
            + independent
            + sign(-known.test().intercept())
            + NumberText.plain(Math.abs(known.test().intercept()), 3),
        130,
        top(1, height) + 14,
        "text-faint",
        Pen.Type.NUMBER);
  }

  private static String sign(double value) {
    return value < 0 ? " − " : " + ";
  }

  private static double words(
      Pen pen, String words, double x, double y, String token, Pen.Type type) {
    pen.text(words, x, y, token, type, Pen.Align.LEFT);
    return x + pen.width(words, type) + 10;
  }

  @Override
  protected void paintHover(
      PairContent shown, Pen pen, double width, double height, double x, double y) {
    shown
        .lines()
        .ifPresent(
            lines -> {
              TimeScale time = time(lines, width);
              if (x < time.left() || x > time.right()) {
                return;
              }
              Series z = lines.zScore();
              int at = Math.min(z.size() - 1, z.firstAtOrAfter(time.time(x)));
              pen.vertical("border-strong", time.x(z.time(at)), HEAD, height - FOOT);
              for (int pane = 0; pane < SHARES.length; pane++) {
                pen.fill("surface-panel", 0, top(pane, height) + 1, width - AXIS, HEAD - 2);
              }
              heads(shown, lines, at, true, pen, height);
            });
  }
}
