package org.candlewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.candlewright.market.InputException;

/**
 * The log: a file in the home, never the console, which belongs to results and messages for people.
 * Everything that the libraries log through SLF4J or java.util.logging ends here.
 */
final class LogFile {
  private static final int LARGEST_BYTES = 2_000_000;
  private static final int FILES_KEPT = 3;

  // Held here, because java.util.logging itself keeps loggers only by weak reference.
  private final Logger logger = Logger.getLogger("org.candlewright");
  private final Logger migrations = Logger.getLogger("org.flywaydb");

  private LogFile() {
    // It tells at every start that nothing needs to be done.
    migrations.setLevel(Level.WARNING);
  }

  /** Sends all logging of this process to the home's log. */
  static LogFile open(Home home) {
    LogManager.getLogManager().reset();
    try {
      Path folder = Files.createDirectories(home.logs());
      // In the handler's pattern language % has a meaning; a folder's name may hold one.
      String pattern = folder.toString().replace("%", "%%") + "/candlewright.%g.log";
      FileHandler handler = new FileHandler(pattern, LARGEST_BYTES, FILES_KEPT, true);
      handler.setEncoding("UTF-8");
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.INFO);
      Logger.getLogger("").addHandler(handler);
    } catch (IOException e) {
      throw new InputException(
          "home " + home.directory() + ": it cannot be written",
          "Name a folder that you may write to with --home");
    }
    return new LogFile();
  }

  void failure(Throwable failure) {
    logger.log(Level.SEVERE, "unexpected failure", failure);
  }
}
