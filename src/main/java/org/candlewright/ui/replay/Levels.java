package org.candlewright.ui.replay;

import org.candlewright.engine.EngineState;
import org.candlewright.engine.order.Order;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.ValueScale;

/**
 * Draws the prices that matter to what is open at the playhead: where it was entered, where its
 * stops and targets wait. Of these only entry and stop go on to the right of the playhead.
 */
final class Levels {
  private static final double ON = 5;
  private static final double OFF = 4;

  private Levels() {}

  static void draw(ChartPane.Frame frame, Shown shown, ValueScale scale, AxisTags tags) {
    for (EngineState.WorkingOrder order : shown.moment().state().orders()) {
      if (order.instrument() == shown.instrument()) {
        order(frame, shown, order, scale, tags);
      }
    }
    for (EngineState.OpenTrade trade : shown.moment().state().openTrades()) {
      if (trade.instrument() == shown.instrument()) {
        entry(frame, shown, trade, scale, tags);
      }
    }
  }

  private static void entry(
      ChartPane.Frame frame,
      Shown shown,
      EngineState.OpenTrade trade,
      ValueScale scale,
      AxisTags tags) {
    double price = shown.price(trade.entryValue()) / trade.lots();
    double y = scale.y(price);
    String token = trade.side() > 0 ? "long" : "short";
    if (within(frame, y)) {
      double from = Math.max(0, frame.time().x(trade.entryMillis()));
      frame.pen().horizontal(token, from, frame.axis(), y);
      word(frame, "Entry", frame.axis(), y, token);
      tags.add(y, NumberText.plain(price, shown.of().priceDecimals()), token, "text-on-fill");
    }
  }

  private static void order(
      ChartPane.Frame frame,
      Shown shown,
      EngineState.WorkingOrder order,
      ValueScale scale,
      AxisTags tags) {
    if (order.triggerTicks() != 0) {
      boolean leaves = order.purpose() == Order.Purpose.EXIT;
      String name = leaves ? "Stop" : "Entry stop";
      level(frame, shown, order, order.triggerTicks(), name, "loss", scale, tags);
    }
    if (order.limitTicks() != 0) {
      boolean leaves = order.purpose() == Order.Purpose.EXIT;
      level(
          frame,
          shown,
          order,
          order.limitTicks(),
          leaves ? "Target" : "Entry limit",
          leaves ? "gain" : "text-soft",
          scale,
          tags);
    }
  }

  private static void level(
      ChartPane.Frame frame,
      Shown shown,
      EngineState.WorkingOrder order,
      long ticks,
      String name,
      String token,
      ValueScale scale,
      AxisTags tags) {
    double price = shown.price(ticks);
    double y = scale.y(price);
    if (!within(frame, y)) {
      return;
    }
    double from = Math.max(0, frame.time().x(order.decidedMillis()));
    double head = Math.min(frame.axis(), frame.time().x(shown.head()));
    double to = name.equals("Stop") ? frame.axis() : head;
    if (to > from) {
      frame.pen().dashedHorizontal(token, from, to, y, ON, OFF);
      word(frame, name, to, y, token);
    }
    tags.add(y, NumberText.plain(price, shown.of().priceDecimals()), token, "text-on-fill");
  }

  private static boolean within(ChartPane.Frame frame, double y) {
    return y > frame.top() + 2 && y < frame.bottom() - 2;
  }

  private static void word(
      ChartPane.Frame frame, String name, double right, double y, String token) {
    double width = frame.pen().width(name, Pen.Type.STRONG);
    // Above the line, or below it where the pane ends.
    double base = y - 16 < frame.top() ? y + 12 : y - 4;
    frame.pen().fill("surface-panel", 0.7, right - width - 6, base - 10, width + 4, 12);
    frame.pen().text(name, right - 4, base, token, Pen.Type.STRONG, Pen.Align.RIGHT);
  }
}
