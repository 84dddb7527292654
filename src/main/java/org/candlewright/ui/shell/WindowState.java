package org.candlewright.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

  public static final double LEAST_WIDTH = 1280;
  public static final double LEAST_HEIGHT = 720;

  /** Of a window that was never opened. */
  public static WindowState first() {
    return new WindowState("dark", 1440, 900, false, "builder", false, Map.of());
  }

  /** Where Replay's playhead stood, epoch milliseconds. */
  OptionalLong playhead() {
    String time = views.getOrDefault("replay", Map.of()).getOrDefault("time", "");
    return time.matches("[0-9]{1,15}")
        ? OptionalLong.of(Long.parseLong(time))
        : OptionalLong.empty();
  }

  /**
   * The same with a run to show.
   *
   * @param run id of a stored run; empty for the latest
   * @param atMillis Replay's playhead; empty for its own choice
   */
  public WindowState showing(Optional<String> run, OptionalLong atMillis) {
    Map<String, String> builder = new HashMap<>();
    Map<String, String> replay = new HashMap<>();
    run.ifPresent(id -> builder.put("run", id));
    run.ifPresent(id -> replay.put("run", id));
    atMillis.ifPresent(at -> replay.put("time", Long.toString(at)));
    return new WindowState(
        theme,
        width,
        height,
        maximized,
        tab,
        hintsClosed,
        Map.of("builder", builder, "replay", replay));
  }

  /** The same, no larger than a screen. */
  public WindowState within(double screenWidth, double screenHeight) {
    return new WindowState(
        theme,
        Math.min(width, screenWidth),
        Math.min(height, screenHeight),
        maximized,
        tab,
        hintsClosed,
        views);
  }

  /** The same in another size. */
  public WindowState sized(double newWidth, double newHeight) {
    return new WindowState(theme, newWidth, newHeight, false, tab, hintsClosed, views);
  }
}
