package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws views into PNG files without a display. */
public interface Pictures {
  /** Names of the views that can be drawn. */
  List<String> views();

  /** Draws and returns the files written. */
  List<Path> draw(Request request);

  /**
   * @param view one view, empty for all
   * @param run a stored run's id or name, empty for the latest
   * @param atMillis playhead, epoch milliseconds; empty for the views' own choice
   * @param theme {@code dark} or {@code light}, empty for both
   */
  record Request(
      Optional<String> view,
      Optional<String> run,
      OptionalLong atMillis,
      Optional<String> theme,
      int width,
      int height,
      Path folder) {}
}
