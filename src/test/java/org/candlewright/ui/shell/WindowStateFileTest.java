package org.candlewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateFileTest {
  @TempDir private Path home = Path.of("");
  private final List<Throwable> failures = new ArrayList<>();

  @Test
  void whatIsSavedComesBack() {
    WindowState state =
        new WindowState(
            "light", 1600, 1000, true, "replay", true, Map.of("builder", Map.of("run", "abc")));
    new WindowStateFile(home, failures::add).save(state);
    assertThat(new WindowStateFile(home, failures::add).load()).isEqualTo(state);
  }

  @Test
  void aHomeWithoutStateOpensTheFirstWindow() {
    assertThat(new WindowStateFile(home, failures::add).load()).isEqualTo(WindowState.first());
    assertThat(failures).isEmpty();
  }

  @Test
  void aBrokenFileIsLoggedAndTheWindowOpensAllTheSame() throws IOException {
    Files.writeString(home.resolve("window.json"), "{\"theme\":");
    assertThat(new WindowStateFile(home, failures::add).load()).isEqualTo(WindowState.first());
    assertThat(failures).hasSize(1);
  }
}
