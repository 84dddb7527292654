package org.candlewright.ui.shell;

import java.util.Map;

/**
 * What survives a restart.
 *
 * @param tab name of the view shown
 * @param views each view's own state by its name
 */
public record WindowState(
    String theme,
    double width,
    double height,
    boolean maximized,
    String tab,
    boolean hintsClosed,
    Map<String, Map<String, String>> views) {

  static final double LEAST_WIDTH = 1280;
  static final double LEAST_HEIGHT = 720;

  /** Of a window that was never opened. */
  public static WindowState first() {
    return new WindowState("dark", 1440, 900, false, "builder", false, Map.of());
  }

  /** The same in another size. */
  public WindowState sized(double newWidth, double newHeight) {
    return new WindowState(theme, newWidth, newHeight, false, tab, hintsClosed, views);
  }
}
