package org.candlewright.ui.replay;

import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.TimeScale;

/** One of the panes that share a time axis and a playhead. */
interface ChartPane {
  /** Height that is not negotiable, pixels; 0 where the pane takes a share. */
  double fixedHeight();

  /** Share of the height that is left. */
  double weight();

  void draw(Frame frame, Shown shown);

  /** Values under the mouse, for the pane's head; drawn over it. */
  default void drawHover(Frame frame, Shown shown, long millis) {}

  /**
   * Where a pane is drawn.
   *
   * @param time its plot spans the width without the value axis
   * @param top y of its upper edge
   * @param width of pane and axis
   */
  record Frame(Pen pen, TimeScale time, double top, double height, double width) {
    double bottom() {
      return top + height;
    }

    /** x at which the value axis begins. */
    double axis() {
      return time.right();
    }

    double axisWidth() {
      return width - time.right();
    }
  }
}
