package org.candlewright.ui.shell;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** The window's state as a small file in the home. */
public final class WindowStateFile {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private final Consumer<Throwable> failures;

  /**
   * @param failures gets what went wrong, for the log: a lost window size stops nobody's work
   */
  public WindowStateFile(Path home, Consumer<Throwable> failures) {
    this.file = home.resolve("window.json");
    this.failures = failures;
  }

  /** What was saved last; the first state if there is none or it cannot be read. */
  public WindowState load() {
    if (!Files.exists(file)) {
      return WindowState.first();
    }
    try {
      WindowState state = MAPPER.readValue(Files.readAllBytes(file), WindowState.class);
      return state.theme() == null || state.tab() == null || state.views() == null
          ? WindowState.first()
          : state;
    } catch (IOException e) {
      failures.accept(e);
      return WindowState.first();
    }
  }

  /** Replaces the file in one step. */
  public void save(WindowState state) {
    try {
      Path next = file.resolveSibling("window.json.new");
      Files.write(next, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      failures.accept(e);
    }
  }
}
