package org.candlewright.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of the harness, so that the suite knows whether it still holds. */
class KillHarnessTest {
  @TempDir Path folder;

  @Test
  void aSessionKilledInEveryWindowEndsAsOneThatWasNot() throws IOException, InterruptedException {
    assertThat(new KillHarness(folder, 20, 3).run(6))
        .startsWith("killed 3 times at random")
        .contains("INTENT_WRITTEN=1", "SENT=1", "REPORTED=1");
  }
}
