package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void emaCrossoverReadsAsAPersonWouldSayIt() {
    assertThat(Sentences.of(RuleFiles.template("ema-crossover")))
        .extracting(Sentence::text)
        .containsExactly(
            "Enter long when EMA fast crosses above EMA slow and close is above EMA filter",
            "Enter short on the mirror image",
            "Exit on the opposite signal and reverse; spot only exits",
            "Use an equal share of equity for each instrument, no leverage");
  }

  @Test
  void everyParameterIsShownOnceUnderTheBlockThatUsesIt() {
    for (String name : RuleFiles.STRATEGIES.templateNames()) {
      StrategyDefinition strategy = RuleFiles.template(name);
      assertThat(Sentences.of(strategy).stream().flatMap(each -> each.parameters().stream()))
          .containsExactlyInAnyOrderElementsOf(
              strategy.parameters().stream().map(Parameter::name).toList());
    }
  }

  @Test
  void theTableOfParametersHasARowForEach() {
    assertThat(ParameterTable.markdown(RuleFiles.template("ema-crossover").parameters()))
        .contains("| `fast` | EMA fast | bars | 1 to 400 | 9 | 9 |")
        .contains("| `filter` |");
  }
}
