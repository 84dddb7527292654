package org.candlewright.ui.replay;

import org.candlewright.ui.chart.Pen;

/** Writes the line at a pane's top: names and values one behind the other, on a quiet ground. */
final class PaneHead {
  private static final double GAP = 10;

  private final Pen pen;
  private final double baseline;
  private double x = 12;

  PaneHead(Pen pen, double top) {
    this.pen = pen;
    this.baseline = top + 16;
  }

  PaneHead name(String words) {
    return add(words, "text", Pen.Type.STRONG);
  }

  PaneHead words(String words) {
    return add(words, "text-soft", Pen.Type.TEXT);
  }

  PaneHead value(String words, String token) {
    return add(words, token, Pen.Type.NUMBER);
  }

  private PaneHead add(String words, String token, Pen.Type type) {
    double width = pen.width(words, type);
    pen.fill("surface-panel", 0.88, x - 4, baseline - 12, width + GAP + 2, 16);
    pen.text(words, x, baseline, token, type, Pen.Align.LEFT);
    x += width + GAP;
    return this;
  }
}
