package org.candlewright.app;

import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened here. */
final class Display {
  private Display() {}

  /**
   * On Linux and the BSDs a window needs a display server, named by the environment; elsewhere the
   * desktop is always there.
   *
   * @param environment environment variables
   * @param system value of {@code os.name}
   */
  static boolean available(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac") || name.contains("windows")) {
      return true;
    }
    return named(environment, "DISPLAY") || named(environment, "WAYLAND_DISPLAY");
  }

  private static boolean named(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
