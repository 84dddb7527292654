package org.candlewright.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user's data directory.
 *
 * @param directory absolute; may not exist yet
 */
public record Home(Path directory) {
  private static final String NAME = "candlewright";

  /**
   * The directory given, else the one in {@code CANDLEWRIGHT_HOME}, else the platform's place for a
   * user's data.
   *
   * @param environment environment variables
   * @param system value of {@code os.name}
   * @param user the user's home directory
   */
  public static Home of(
      Optional<Path> given, Map<String, String> environment, String system, Path user) {
    return new Home(
        given
            .or(() -> variable(environment, "CANDLEWRIGHT_HOME"))
            .orElseGet(() -> platform(environment, system.toLowerCase(Locale.ROOT), user))
            .toAbsolutePath()
            .normalize());
  }

  /** As above, from this process's surroundings. */
  public static Home of(Optional<Path> given) {
    return of(
        given,
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")));
  }

  private static Path platform(Map<String, String> environment, String system, Path user) {
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/Candlewright");
    }
    if (system.contains("windows")) {
      return variable(environment, "LOCALAPPDATA")
          .orElseGet(() -> user.resolve("AppData/Local"))
          .resolve("Candlewright");
    }
    return variable(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElseGet(() -> user.resolve(".local/share"))
        .resolve(NAME);
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  Path logs() {
    return directory.resolve("logs");
  }

  /** The log that is being written; older ones count up beside it. */
  public Path log() {
    return logs().resolve("candlewright.0.log");
  }

  /** Where pictures go that nobody named a folder for. */
  public Path pictures() {
    return directory.resolve("pictures");
  }
}
