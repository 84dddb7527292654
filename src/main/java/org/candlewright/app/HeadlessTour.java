package org.candlewright.app;

import java.nio.file.Path;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Services;
import org.candlewright.cli.Terminal;

/** What the program does without arguments where no window can open: the main job, on its own. */
final class HeadlessTour {
  private final Services services;
  private final Terminal terminal;

  HeadlessTour(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  int run() {
    Path folder = new Home(services.home()).pictures();
    terminal.out().println("No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so no"
        + " window opens.");
    terminal.out().println("Pictures of the views go to " + folder + ".");
    terminal.out().println("The command line does everything else: candlewright --help.");
    return ExitCode.DONE;
  }
}
