package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.engine.risk.Proposal;
import org.candlewright.engine.risk.RiskCheck;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Limits of the guarded profile at an equity of 10,000, in units of 1: at the limit, and beyond.
 */
class RiskLimitsTest {
  private static final long NOW = 1_609_459_200_000L;
  private static final long MINUTE = 60_000L;

  private final RiskEngine risk = new RiskEngine(RiskProfile.guarded(), 2, 10_000, 0);

  private static Proposal entry(
      long millis, long lots, long total, int open, String gap, String leverage, String slippage) {
    return new Proposal(
        millis,
        0,
        lots,
        1,
        false,
        10_000,
        total,
        0,
        0,
        open,
        false,
        false,
        0,
        60 * MINUTE,
        new BigDecimal(gap),
        BigDecimal.ZERO,
        new BigDecimal(leverage),
        new BigDecimal("0.005"),
        RiskProfile.TierClass.FIRST,
        new BigDecimal(slippage),
        new BigDecimal("5"),
        BigDecimal.ZERO);
  }

  private static Proposal entry(long millis, long lots) {
    return entry(millis, lots, 0, 0, "0", "1", "2");
  }

  private Optional<String> refusal(Proposal proposal) {
    return risk.assess(proposal).refusal().map(RiskCheck::name);
  }

  @Test
  void anEntryIsCutToThreePercentOfEquity() {
    assertThat(risk.assess(entry(NOW, 300)).cuts()).isEmpty();
    Verdict cut = risk.assess(entry(NOW, 301));
    assertThat(cut.lots()).isEqualTo(300);
    assertThat(cut.cuts()).containsExactly(new Verdict.Cut("symbol_exposure_cap", 300));
    assertThat(cut.refusal()).isEmpty();
  }

  @Test
  void allPositionsTogetherStayWithinAQuarterOfEquity() {
    assertThat(risk.assess(entry(NOW, 100, 2_400, 0, "0", "1", "2")).lots()).isEqualTo(100);
    assertThat(risk.assess(entry(NOW, 100, 2_450, 0, "0", "1", "2")).lots()).isEqualTo(50);
    assertThat(refusal(entry(NOW, 100, 2_500, 0, "0", "1", "2"))).contains("max_total_at_risk_pct");
  }

  @Test
  void anEntryBelowAQuarterPercentOfEquityIsTooSmall() {
    assertThat(refusal(entry(NOW, 25))).isEmpty();
    assertThat(refusal(entry(NOW, 24))).contains("position_size_too_small");
  }

  @Test
  void leveragePriceCostAndPositionsHaveLimitsThatMayBeReached() {
    assertThat(refusal(entry(NOW, 100, 0, 7, "0.05", "5", "20"))).isEmpty();
    assertThat(refusal(entry(NOW, 100, 0, 8, "0", "1", "2"))).contains("max_open_positions");
    assertThat(refusal(entry(NOW, 100, 0, 0, "0.051", "1", "2"))).contains("price_collar");
    assertThat(refusal(entry(NOW, 100, 0, 0, "0", "5.1", "2"))).contains("leverage_cap");
    assertThat(refusal(entry(NOW, 100, 0, 0, "0", "1", "20.1"))).contains("slippage_limit");
  }

  @Test
  void entriesKeepNinetySecondsApart() {
    risk.entered(1, NOW);
    assertThat(refusal(entry(NOW + 89_999, 100))).contains("global_trade_spacing");
    assertThat(refusal(entry(NOW + 90_000, 100))).isEmpty();
  }

  @Test
  void atMostThreeEntriesAreMadeInAnHour() {
    for (int i = 0; i < 3; i++) {
      risk.entered(1, NOW + i * 10 * MINUTE);
    }
    assertThat(refusal(entry(NOW + 59 * MINUTE, 100))).contains("trade_frequency_hourly");
    assertThat(refusal(entry(NOW + 60 * MINUTE, 100))).isEmpty();
  }

  @Test
  void anInstrumentPausesAfterAWinALossAndAStop() {
    long[][] cases = {{1, 0, 10}, {-1, 0, 60}, {-1, 1, 120}};
    for (long[] each : cases) {
      RiskEngine fresh = new RiskEngine(RiskProfile.guarded(), 2, 10_000, 0);
      fresh.closed(0, NOW, each[0], each[1] == 1);
      long end = NOW + each[2] * MINUTE;
      assertThat(fresh.assess(entry(end - 1, 100)).refusal().map(RiskCheck::name))
          .contains("symbol_cooldown_active");
      assertThat(fresh.assess(entry(end, 100)).refusal()).isEmpty();
    }
  }

  @Test
  void threeLossesInARowPauseAllEntriesForAnHour() {
    risk.closed(1, NOW, -1, false);
    risk.closed(1, NOW, -1, false);
    assertThat(refusal(entry(NOW, 100))).isEmpty();
    risk.closed(1, NOW, -1, false);
    assertThat(refusal(entry(NOW + 60 * MINUTE - 1, 100))).contains("consecutive_loss_cooldown");
    assertThat(refusal(entry(NOW + 60 * MINUTE, 100))).isEmpty();
  }

  @Test
  void afterABreakerTheKillSwitchRefuses() {
    risk.mark(NOW, 9_000);
    assertThat(refusal(entry(NOW, 100))).contains("kill_switch");
  }
}
