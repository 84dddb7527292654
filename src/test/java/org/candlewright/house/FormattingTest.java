package org.candlewright.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormattingTest {
  @Test
  void allSourcesAreFormatted() throws Exception {
    assertThat(Formatting.differing(Path.of("src")))
        .as(
            "files that differ from google-java-format; mend them with:"
                + " mvn -q -Pformat process-test-classes")
        .isEmpty();
  }
}
