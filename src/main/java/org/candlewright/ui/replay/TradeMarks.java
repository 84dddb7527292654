package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.EngineState;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.ValueScale;

/** Entry and exit marks with the line between them and what the trade earned. */
final class TradeMarks {
  private static final int MOST = 160;
  private static final double[] DASH = {4, 3};

  void draw(ChartPane.Frame frame, Shown shown, ValueScale scale) {
    List<TradeSpans.Span> seen = Spans.seen(shown, frame.time());
    boolean crowded = seen.size() > MOST;
    List<double[]> taken = new ArrayList<>();
    for (TradeSpans.Span span : seen) {
      trade(frame, shown, scale, span, crowded, taken);
    }
    for (EngineState.OpenTrade trade : shown.moment().state().openTrades()) {
      if (trade.instrument() == shown.instrument() && !crowded) {
        entry(frame, shown, scale, trade.side(), trade.entryMillis(), taken);
      }
    }
    if (!crowded) {
      beside(frame, shown, scale);
    }
    boolean labelled = seen.size() * 26 < frame.time().width();
    if (labelled) {
      seen.forEach(span -> label(frame, shown, scale, span, taken));
    }
    refusals(frame, shown, scale, labelled);
  }

  private static void trade(
      ChartPane.Frame frame,
      Shown shown,
      ValueScale scale,
      TradeSpans.Span span,
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

  /** Trades that only the other run has, in outline and up to the playhead. */
  private static void beside(ChartPane.Frame frame, Shown shown, ValueScale scale) {
    for (Trade trade : Spans.beside(shown, frame.time())) {
      var leg = trade.first();
      double entryX = Spans.x(shown, frame.time(), leg.entryMillis());
      double entryY = scale.y(shown.price(leg.entryValue()) / leg.lots());
      frame.pen().outline("text-soft", leg.side(), entryX, entryY);
      if (shown.happened(leg.exitMillis())) {
        double exitX = Spans.x(shown, frame.time(), leg.exitMillis());
        double exitY = scale.y(shown.price(leg.exitValue()) / leg.lots());
        frame.pen().line("text-faint", 1, DASH, entryX, entryY, exitX, exitY);
        frame.pen().square("text-soft", false, exitX, exitY);
      }
    }
  }

  private static void entry(
      ChartPane.Frame frame,
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
      ChartPane.Frame frame,
      Shown shown,
      ValueScale scale,
      TradeSpans.Span span,
      List<double[]> taken) {
    long exitMillis = span.leg().exitMillis();
    double x = Spans.x(shown, frame.time(), exitMillis);
    if (x < 0 || x > frame.axis()) {
      return;
    }
    double net = shown.run().money(span.trade().net());
    String token = net >= 0 ? "gain" : "loss";
    int bar = Math.min(Spans.bar(shown, exitMillis), shown.endBar() - 1);
    long risk = span.leg().initialRisk();
    String words =
        NumberText.signed(net, 2)
            + (risk > 0
                ? "  " + NumberText.signed((double) span.trade().net() / risk, 1) + " R"
                : "");
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

  private static void refusals(
      ChartPane.Frame frame, Shown shown, ValueScale scale, boolean labelled) {
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
