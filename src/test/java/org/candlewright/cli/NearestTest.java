package org.candlewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> COMMANDS = List.of("import", "export", "backtest", "runs");

  @Test
  void aSwappedPairOfLettersIsOneMistake() {
    assertThat(Nearest.distance("improt", "import")).isEqualTo(1);
    assertThat(Nearest.of("improt", COMMANDS)).contains("import");
  }

  @Test
  void theNearestOfSeveralIsMeant() {
    assertThat(Nearest.of("exprt", COMMANDS)).contains("export");
    assertThat(Nearest.of("bactest", COMMANDS)).contains("backtest");
  }

  @Test
  void aWordLikeNoneMeansNone() {
    assertThat(Nearest.of("frobnicate", COMMANDS)).isEmpty();
  }
}
