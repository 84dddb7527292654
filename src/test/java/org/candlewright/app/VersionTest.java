package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.candlewright.backtest.BacktestService;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void theProgramAndItsBuildNameTheSameVersion() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<artifactId>candlewright</artifactId>\n  <version>"
                + BacktestService.PROGRAM_VERSION
                + "</version>");
  }
}
