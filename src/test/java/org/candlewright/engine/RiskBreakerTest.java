package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.risk.RiskHalt;
import org.candlewright.engine.risk.RiskProfile;
import org.junit.jupiter.api.Test;

/** Loss limits of the guarded profile: 3 % a day, 7 % a week, 10 % from the peak. */
class RiskBreakerTest {
  private static final long DAY = 86_400_000L;
  private static final long FRIDAY = 1_609_459_200_000L;

  private final RiskEngine risk = new RiskEngine(RiskProfile.guarded(), 1, 10_000, 0);

  @Test
  void aLossOfExactlyThreePercentEndsTheDayAndOneUnitLessDoesNot() {
    risk.mark(FRIDAY, 9_701);
    assertThat(risk.halt()).isEmpty();
    risk.mark(FRIDAY + 1, 9_700);
    assertThat(risk.halt()).map(RiskHalt::code).contains("daily_stop_loss");
    assertThat(risk.halt()).map(RiskHalt::timeMillis).contains(FRIDAY + 1);
  }

  @Test
  void aBreakerStaysWhatComesAfter() {
    risk.mark(FRIDAY, 9_000);
    risk.midnight(FRIDAY + DAY, 9_000);
    risk.mark(FRIDAY + DAY, 12_000);
    assertThat(risk.halt()).map(RiskHalt::code).contains("daily_stop_loss");
  }

  @Test
  void lossesOfSeveralDaysEndTheWeekAtSevenPercent() {
    risk.midnight(FRIDAY + DAY, 9_750);
    risk.midnight(FRIDAY + 2 * DAY, 9_500);
    risk.mark(FRIDAY + 2 * DAY, 9_301);
    assertThat(risk.halt()).isEmpty();
    risk.mark(FRIDAY + 2 * DAY, 9_300);
    assertThat(risk.halt()).map(RiskHalt::code).contains("weekly_stop_loss");
  }

  @Test
  void aNewWeekForgetsTheOldButThePeakDoesNot() {
    risk.midnight(FRIDAY + 2 * DAY, 9_400);
    risk.midnight(FRIDAY + 3 * DAY, 9_200);
    risk.mark(FRIDAY + 3 * DAY, 9_001);
    assertThat(risk.halt()).isEmpty();
    risk.mark(FRIDAY + 3 * DAY, 9_000);
    assertThat(risk.halt()).map(RiskHalt::code).contains("max_drawdown");
  }
}
