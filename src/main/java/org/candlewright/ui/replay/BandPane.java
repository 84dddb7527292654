package org.candlewright.ui.replay;

import java.math.BigDecimal;
import org.candlewright.engine.EngineState;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;

/** What was held when: a span for each trade, long at the upper edge, short at the lower. */
final class BandPane implements ChartPane {
  @Override
  public double fixedHeight() {
    return 18;
  }

  @Override
  public double weight() {
    return 0;
  }

  @Override
  public void draw(Frame frame, Shown shown) {
    Spans.seen(shown, frame.time())
        .forEach(
            span ->
                span(
                    frame,
                    shown,
                    span.leg().side(),
                    span.leg().entryMillis(),
                    span.leg().exitMillis(),
                    span.leg().lots()));
    for (EngineState.OpenTrade trade : shown.moment().state().openTrades()) {
      if (trade.instrument() == shown.instrument()) {
        span(frame, shown, trade.side(), trade.entryMillis(), shown.head(), trade.lots());
      }
    }
    frame
        .pen()
        .text(
            shown.of().base() + " held",
            frame.axis() + 8,
            frame.top() + 13,
            "text-faint",
            Pen.Type.TEXT,
            Pen.Align.LEFT);
  }

  private static void span(
      Frame frame, Shown shown, int side, long fromMillis, long toMillis, long lots) {
    double from = Math.max(0, frame.time().x(fromMillis));
    double to = Math.min(frame.axis(), Math.max(from + 1, frame.time().x(toMillis)));
    if (to <= 0 || from >= frame.axis()) {
      return;
    }
    String token = side > 0 ? "long" : "short";
    double top = frame.top() + 2;
    double height = frame.height() - 3;
    Pen pen = frame.pen();
    pen.fill(token + "-weak", from, top, to - from, height);
    pen.fill(token, from, side > 0 ? top : top + height - 2, to - from, 2);
    BigDecimal quantity = shown.of().quantity(lots).stripTrailingZeros();
    String words =
        (side > 0 ? "▲ " : "▼ ")
            + NumberText.plain(quantity, Math.min(shown.of().quantityDecimals(), 3));
    if (to - from > pen.width(words, Pen.Type.NUMBER) + 10) {
      pen.text(
          words, from + 5, side > 0 ? top + 13 : top + 11, token, Pen.Type.NUMBER, Pen.Align.LEFT);
    }
  }
}
