package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.RiskProfileJson;
import org.candlewright.market.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of risk profiles. */
class RiskProfileFilesTest {
  @Test
  void aProfileTakesWhatItDoesNotNameFromGuarded() {
    RiskProfile read =
        RiskProfileJson.parse(
            "mine.json", "{\"name\": \"mine\", \"limits\": {\"daily_stop_loss\": \"0.02\"}}");
    assertThat(read)
        .isEqualTo(
            new RiskProfile(
                "mine",
                true,
                RiskProfile.guarded().with(RiskLimit.DAILY_STOP_LOSS, "0.02").limits(),
                RiskProfile.guarded().clusters()));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    RiskProfile guarded = RiskProfile.guarded().with(RiskLimit.MAX_OPEN_POSITIONS, "2");
    RiskProfile own = new RiskProfile("own", true, guarded.limits(), guarded.clusters());
    String text = RiskProfileJson.write(own).toString();
    RiskProfile read = RiskProfileJson.parse("own.json", text);
    assertThat(RiskProfileJson.write(read).toString()).isEqualTo(text);
    assertThat(read.limit(RiskLimit.MAX_OPEN_POSITIONS)).isEqualTo(new BigDecimal("2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"limits": {}} | mine.json:1: name: missing
          {"name": "guarded"} | mine.json:1: name: 'guarded' is no name for a profile of your own
          {"name": "a", "limits": {"daily_stop": 1}} | mine.json:1: limits.daily_stop: unknown field
          {"name": "a", "limits": {"max_drawdown": "2"}} | mine.json:1: limits.max_drawdown: 2 is out of range
          {"name": "a", "limits": {"max_drawdown": "NaN"}} | mine.json:1: limits.max_drawdown: 'NaN' is no number
          {"name": "a", "limits": {"max_open_positions": "1.5"}} | mine.json:1: limits.max_open_positions: 1.5 is no whole number
          {"name": "a", "clusters": {"X": {"limit": "-1", "bases": []}}} | mine.json:1: clusters.X.limit: is below zero
          """)
  void whatIsWrongIsNamedWithFileLineAndField(String text, String message) {
    assertThatThrownBy(() -> RiskProfileJson.parse("mine.json", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
