package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.SampleBars;
import org.junit.jupiter.api.Test;

class NewIndicatorTest {

  @Test
  void oneFileAndItsRegistrationMakeAnIndicatorUsableInRulesAndOnCharts() {
    Indicators indicators = Indicators.standard();
    indicators.register(LastClose.KIND);
    StrategyDefinition strategy =
        new Strategies(indicators)
            .parse(
                "mine.json",
                RuleFiles.file(
                    """
        "indicators": {"before": {"indicator": "last_close", "period": 1}},
        "rules": [{"name": "up", "side": "long", "when": {"greater": ["close", "before"]}}]"""));
    StrategyProgram program =
        RuleFiles.program(strategy, SampleBars.closes(100, 100, 90, 110, 100));
    assertThat(program.nextDecision(0, 0, 5, 0)).isEqualTo(3);
    assertThat(program.nextDecision(0, 4, 5, 0)).isEqualTo(5);
    assertThat(program.lines(0)).extracting(IndicatorLine::name).containsExactly("Last close 1");
    assertThat(program.lineValue(0, 0, 3)).isEqualTo(9.0);
  }
}
