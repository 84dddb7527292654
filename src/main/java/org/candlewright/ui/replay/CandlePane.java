package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.EngineState;
import org.candlewright.market.BarSeries;
import org.candlewright.replay.Line;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.TimeScale;
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
    openTrades(frame, shown, scale, tags);
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
    return ValueScale.around(low, high, 0.2, 0.09, frame.top(), frame.height());
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

  private static void openTrades(Frame frame, Shown shown, ValueScale scale, AxisTags tags) {
    for (EngineState.OpenTrade trade : shown.moment().state().openTrades()) {
      if (trade.instrument() == shown.instrument()) {
        double price = shown.price(trade.entryValue()) / trade.lots();
        double y = scale.y(price);
        String token = trade.side() > 0 ? "long" : "short";
        if (y > frame.top() + 2 && y < frame.bottom() - 2) {
          double from = Math.max(0, frame.time().x(trade.entryMillis()));
          frame.pen().horizontal(token, from, frame.axis(), y);
          frame
              .pen()
              .text("Entry", frame.axis() - 4, y - 4, token, Pen.Type.STRONG, Pen.Align.RIGHT);
          tags.add(y, NumberText.plain(price, shown.of().priceDecimals()), token, "text-on-fill");
        }
      }
    }
  }

  private static void lastValues(Frame frame, Shown shown, ValueScale scale, AxisTags tags) {
    if (shown.endBar() <= 0) {
      return;
    }
    int decimals = shown.of().priceDecimals();
    double close = shown.price(shown.bars().closes()[shown.endBar() - 1]);
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

  /** Candles alone. */
  private static final class CandlePainter {
    private static final double NARROWEST = 3;
    private static final int[] MULTIPLES = {
      1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 24, 30, 60, 120, 168, 240, 360, 720, 1_440, 2_880, 4_320,
      10_080, 20_160, 43_200, 129_600, 525_600
    };

    void draw(Pen pen, Shown shown, TimeScale time, ValueScale scale) {
      BarSeries bars = shown.bars();
      long barMillis = bars.timeframe().millis();
      double pixels = barMillis / time.millisPerPixel();
      int multiple = MULTIPLES[MULTIPLES.length - 1];
      for (int each : MULTIPLES) {
        if (each * pixels >= NARROWEST) {
          multiple = each;
          break;
        }
      }
      long bucket = multiple * barMillis;
      int at = Math.max(0, bars.firstAtOrAfter(time.fromMillis() - bucket));
      int end = Math.min(shown.endBar(), bars.firstAtOrAfter(time.toMillis()));
      double width = Math.max(1, Math.floor(multiple * pixels * 0.66));
      Pyramid.Range range = new Pyramid.Range();
      while (at < end) {
        long begins = Math.floorDiv(bars.openTime(at), bucket) * bucket;
        int next = multiple == 1 ? at + 1 : Math.min(end, bars.firstAtOrAfter(begins + bucket));
        shown.track().extremes().include(at, next, range.clear());
        double middle =
            multiple == 1
                ? time.x(bars.openTime(at)) + pixels / 2
                : time.x(begins) + multiple * pixels / 2;
        candle(
            pen,
            middle,
            width,
            scale.y(shown.price(bars.opens()[at])),
            scale.y(shown.price((long) range.max())),
            scale.y(shown.price((long) range.min())),
            scale.y(shown.price(bars.closes()[next - 1])));
        at = next;
      }
    }

    private static void candle(
        Pen pen, double x, double width, double open, double high, double low, double close) {
      boolean rising = close <= open;
      String token = rising ? "candle-up" : "candle-down";
      double left = pen.snap(x - width / 2);
      double middle = width < 3 ? left : left + Math.floor((width - 1) / 2);
      double top = pen.snap(Math.min(open, close));
      double bottom = Math.max(top + 1, pen.snap(Math.max(open, close)));
      pen.vertical(token, middle, high, top);
      pen.vertical(token, middle, bottom, low);
      if (rising && width >= 3) {
        pen.frame(token, left, top, width, bottom - top);
      } else {
        pen.fill(token, left, top, width, bottom - top);
      }
    }
  }

  /** Entry and exit marks with the line between them and what the trade earned. */
  private static final class TradeMarks {
    private static final int MOST = 160;
    private static final double[] DASH = {4, 3};

    void draw(Frame frame, Shown shown, ValueScale scale) {
      List<LoadedRun.Span> seen = Spans.seen(shown, frame.time());
      boolean crowded = seen.size() > MOST;
      List<double[]> taken = new ArrayList<>();
      for (LoadedRun.Span span : seen) {
        trade(frame, shown, scale, span, crowded, taken);
      }
      for (EngineState.OpenTrade trade : shown.moment().state().openTrades()) {
        if (trade.instrument() == shown.instrument() && !crowded) {
          entry(frame, shown, scale, trade.side(), trade.entryMillis(), taken);
        }
      }
      boolean labelled = seen.size() * 26 < frame.time().width();
      if (labelled) {
        seen.forEach(span -> label(frame, shown, scale, span, taken));
      }
      refusals(frame, shown, scale, labelled);
    }

    private static void trade(
        Frame frame,
        Shown shown,
        ValueScale scale,
        LoadedRun.Span span,
        boolean crowded,
        List<double[]> taken) {
      var leg = span.leg();
      boolean gain = span.trade().net() >= 0;
      String token = gain ? "gain" : "loss";
      double entryY = scale.y(shown.price(leg.entryValue()) / leg.lots());
      double exitY = scale.y(shown.price(leg.exitValue()) / leg.lots());
      double entryX = Spans.x(shown, frame.time(), leg.entryMillis());
      double exitX = Spans.x(shown, frame.time(), leg.exitMillis());
      frame.pen().line(token, 1.25, DASH, entryX, entryY, exitX, exitY);
      if (!crowded) {
        entry(frame, shown, scale, leg.side(), leg.entryMillis(), taken);
        frame.pen().square(token, gain, exitX, exitY);
        taken.add(new double[] {exitX - 6, exitY + 6, 12});
      }
    }

    private static void entry(
        Frame frame,
        Shown shown,
        ValueScale scale,
        int side,
        long entryMillis,
        List<double[]> taken) {
      int bar = Spans.bar(shown, entryMillis);
      double x = Spans.x(shown, frame.time(), entryMillis);
      if (bar < 0 || bar >= shown.endBar()) {
        return;
      }
      double y =
          side > 0
              ? scale.y(shown.price(shown.bars().lows()[bar])) + 10
              : scale.y(shown.price(shown.bars().highs()[bar])) - 10;
      if (side > 0) {
        frame.pen().up("long", x, y);
      } else {
        frame.pen().down("short", x, y);
      }
      taken.add(new double[] {x - 6, y + 6, 12});
    }

    private static void label(
        Frame frame, Shown shown, ValueScale scale, LoadedRun.Span span, List<double[]> taken) {
      long exitMillis = span.leg().exitMillis();
      double x = Spans.x(shown, frame.time(), exitMillis);
      if (x < 0 || x > frame.axis()) {
        return;
      }
      double net = shown.run().money(span.trade().net());
      String token = net >= 0 ? "gain" : "loss";
      int bar = Math.min(Spans.bar(shown, exitMillis), shown.endBar() - 1);
      String words = NumberText.signed(net, 2);
      double width = frame.pen().width(words, Pen.Type.NUMBER);
      double left = Math.clamp(x - width / 2, 6, Math.max(6, frame.axis() - width - 6));
      double above = scale.y(shown.price(shown.bars().highs()[bar])) - 22;
      double below = scale.y(shown.price(shown.bars().lows()[bar])) + 24;
      for (double y : new double[] {below, above, below + 14, above - 14, below + 28}) {
        if (free(taken, left, y, width) && y > frame.top() + 34 && y < frame.bottom() - 4) {
          taken.add(new double[] {left, y, width});
          frame.pen().fill("surface-panel", 0.86, left - 3, y - 11, width + 6, 14);
          frame.pen().text(words, left, y, token, Pen.Type.NUMBER, Pen.Align.LEFT);
          return;
        }
      }
    }

    private static boolean free(List<double[]> taken, double left, double y, double width) {
      for (double[] each : taken) {
        if (Math.abs(each[1] - y) < 14
            && left < each[0] + each[2] + 8
            && each[0] < left + width + 8) {
          return false;
        }
      }
      return true;
    }

    private static void refusals(Frame frame, Shown shown, ValueScale scale, boolean labelled) {
      double last = Double.NEGATIVE_INFINITY;
      for (var refused : Spans.refusals(shown, frame.time())) {
        double x = Spans.x(shown, frame.time(), refused.timeMillis() - 1);
        double y = scale.y(shown.price(shown.bars().highs()[refused.bar()])) - 20;
        frame.pen().cross("warning", x, y, 3.5);
        String words = "refused: " + refused.refusal().replace('_', ' ');
        double width = frame.pen().width(words, Pen.Type.TEXT);
        double left = Math.clamp(x - width / 2, 4, Math.max(4, frame.axis() - width - 4));
        if (labelled && left > last + 8 && y > frame.top() + 40) {
          frame.pen().fill("surface-panel", 0.86, left - 3, y - 19, width + 6, 14);
          frame.pen().text(words, left, y - 8, "warning", Pen.Type.TEXT, Pen.Align.LEFT);
          last = left + width;
        }
      }
    }
  }
}
