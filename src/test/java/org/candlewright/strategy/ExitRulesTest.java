package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Stops, targets and entry orders in a strategy file. */
class ExitRulesTest {
  private static final String HEAD =
      """
      {"schema": 1, "kind": "rules", "name": "exits",
       "rules": [{"side": "long", "when": {"greater": ["close", "open"]}%s}]%s}
      """;

  private static StrategyDefinition file(String order, String more) {
    return RuleFiles.STRATEGIES.parse("my.json", HEAD.formatted(order, more));
  }

  private static void readsBackAsItself(StrategyDefinition strategy) {
    String json = RuleFiles.STRATEGIES.toJson(strategy);
    assertThat(RuleFiles.STRATEGIES.parse("again.json", json)).isEqualTo(strategy);
  }

  @Test
  void everyKindOfExitReadsBackAsItself() {
    readsBackAsItself(
        file("", ", \"stop\": {\"atr\": 2, \"period\": 14}, \"target\": {\"reward\": 2}"));
    readsBackAsItself(
        file(
            "",
            """
            , "stop": {"percent": "1.5"}, "target": [
              {"percent": 1, "share": "0.3"}, {"percent": 2, "share": "0.7"}],
              "trailing": {"distance": "0.4", "activation": {"percent": 1}},
              "break_even": {"after": {"reward": 1}, "offset_percent": "0.1"},
              "time_exit": 12, "close": "lifo"
            """));
    readsBackAsItself(file(", \"stop\": \"high\"", ", \"stop\": {\"price\": \"low\"}"));
  }

  @Test
  void anAverageTrueRangeIsDeclaredOnce() {
    RulesStrategy strategy =
        (RulesStrategy) file("", ", \"stop\": {\"atr\": 2}, \"target\": {\"atr\": 3}");
    assertThat(strategy.indicators()).containsOnlyKeys("atr_14");
  }

  @Test
  void aRewardWithoutAStopIsRefused() {
    assertThatThrownBy(() -> file("", ", \"target\": {\"reward\": 2}"))
        .hasMessageContaining("target: a reward needs a stop");
  }

  @Test
  void sharesOfTargetsMustBeTheWhole() {
    assertThatThrownBy(() -> file("", ", \"target\": [{\"percent\": 1, \"share\": \"0.4\"}]"))
        .hasMessageContaining("the shares add up to 0.4");
  }

  @Test
  void theCommonExitsOfTheLibraryAreATemplate() {
    RulesStrategy strategy =
        (RulesStrategy) RuleFiles.STRATEGIES.template("ema-crossover-stops").orElseThrow();
    assertThat(strategy.protection().stop()).isPresent();
    assertThat(strategy.protection().exist()).isTrue();
  }
}
