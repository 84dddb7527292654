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

  private final Path file;
  private final Logger logger = Logger.getLogger("org.candlewright");

  private LogFile(Path file) {
    this.file = file;
  }

  /** Sends all logging of this process to the file. */
  static LogFile open(Path file) {
    LogManager.getLogManager().reset();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileHandler handler = new FileHandler(pattern(file), LARGEST_BYTES, FILES_KEPT, true);
      handler.setEncoding("UTF-8");
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.INFO);
      Logger.getLogger("").addHandler(handler);
    } catch (IOException e) {
      throw new InputException(
          "home " + file.getParent().getParent() + ": it cannot be written (" + e.getMessage() + ")",
          "Name a folder that you may write to with --home or CANDLEWRIGHT_HOME");
    }
    return new LogFile(file);
  }

  Path file() {
    return file;
  }

  void failure(Throwable failure) {
    logger.log(Level.SEVERE, "unexpected failure", failure);
  }

  /** The handler's pattern language gives % a meaning; a folder's name may hold one. */
  private static String pattern(Path file) {
    String folder = file.toAbsolutePath().getParent().toString().replace("%", "%%");
    String name = file.getFileName().toString().replace(".log", "");
    return folder + "/" + name + ".%g.log";
  }
}
