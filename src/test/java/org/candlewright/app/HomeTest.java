package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomeTest {
  private static final Path USER = Path.of("/home/ann");

  @Test
  void theOptionComesBeforeTheVariable() {
    Home home =
        Home.of(
            Optional.of(Path.of("/given")),
            Map.of("CANDLEWRIGHT_HOME", "/variable"),
            "Linux",
            USER);
    assertThat(home.directory()).isEqualTo(Path.of("/given"));
  }

  @Test
  void theVariableComesBeforeThePlatform() {
    assertThat(of(Map.of("CANDLEWRIGHT_HOME", "/variable"), "Linux")).isEqualTo("/variable");
  }

  @Test
  void eachPlatformHasItsPlaceForData() {
    assertThat(of(Map.of(), "Linux")).isEqualTo("/home/ann/.local/share/candlewright");
    assertThat(of(Map.of("XDG_DATA_HOME", "/data"), "Linux")).isEqualTo("/data/candlewright");
    assertThat(of(Map.of(), "Mac OS X"))
        .isEqualTo("/home/ann/Library/Application Support/Candlewright");
    assertThat(of(Map.of("LOCALAPPDATA", "/c"), "Windows 11")).isEqualTo("/c/Candlewright");
  }

  @Test
  void aRelativeDataHomeOfTheDesktopIsIgnoredAsItsStandardSays() {
    assertThat(of(Map.of("XDG_DATA_HOME", "data"), "Linux"))
        .isEqualTo("/home/ann/.local/share/candlewright");
  }

  private static String of(Map<String, String> environment, String system) {
    return Home.of(Optional.empty(), environment, system, USER).directory().toString();
  }
}
