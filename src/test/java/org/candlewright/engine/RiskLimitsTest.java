package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.candlewright.engine.risk.Proposal;
import org.candlewright.engine.risk.RiskCheck;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.risk.RiskLimit;
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
        BigDecimal.ZERO,
        0,
        Proposal.Market.unknown());
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

  private static Proposal in(Proposal.Market market) {
    return in(market, 100, false);
  }

  private static Proposal in(Proposal.Market market, long lots, boolean adds) {
    return new Proposal(
        NOW,
        0,
        lots,
        1,
        false,
        10_000,
        0,
        0,
        0,
        0,
        adds,
        false,
        0,
        60 * MINUTE,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ONE,
        new BigDecimal("0.005"),
        RiskProfile.TierClass.FIRST,
        new BigDecimal("2"),
        new BigDecimal("5"),
        BigDecimal.ZERO,
        0,
        market);
  }

  private static Proposal.Market moving(String volatility) {
    return new Proposal.Known(
        Optional.of(new BigDecimal(volatility)),
        Optional.empty(),
        0,
        0,
        BigDecimal.ZERO,
        OptionalLong.empty());
  }

  private static Proposal.Market alike(int positions) {
    return new Proposal.Known(
        Optional.empty(), Optional.empty(), 0, positions, BigDecimal.ZERO, OptionalLong.empty());
  }

  private static Proposal.Market book(String spreadBps, long depth) {
    return new Proposal.Known(
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        new BigDecimal(spreadBps),
        OptionalLong.of(depth));
  }

  private static Proposal.Market meme(long inCluster) {
    return new Proposal.Known(
        Optional.empty(),
        RiskProfile.guarded().cluster("DOGE"),
        inCluster,
        0,
        BigDecimal.ZERO,
        OptionalLong.empty());
  }

  @Test
  void noEntryIsMadeInACrashOfMoreThanThreeHundredPercentAYear() {
    assertThat(refusal(in(moving("2.99")))).isEmpty();
    assertThat(refusal(in(moving("3")))).isEmpty();
    assertThat(refusal(in(moving("3.000001")))).contains("volatility_crash");
  }

  @Test
  void whatIsNotKnownOfAMarketRefusesNothing() {
    Verdict verdict = risk.assess(in(Proposal.Market.unknown()));
    assertThat(verdict.refusal()).isEmpty();
    assertThat(verdict.checks())
        .filteredOn(each -> each.value().equals("unknown"))
        .extracting(RiskCheck::name)
        .containsExactly("volatility_crash", "insufficient_depth");
  }

  @Test
  void memeCoinsTogetherStayWithinFourPercentOfEquity() {
    assertThat(risk.assess(in(meme(299))).cuts()).isEmpty();
    assertThat(risk.assess(in(meme(300))).cuts()).isEmpty();
    Verdict cut = risk.assess(in(meme(301)));
    assertThat(cut.cuts()).containsExactly(new Verdict.Cut("cluster_limit", 99));
    assertThat(cut.refusal()).isEmpty();
    assertThat(refusal(in(meme(400)))).contains("cluster_limit");
  }

  @Test
  void atMostThreePositionsMoveTogether() {
    assertThat(refusal(in(alike(1)))).isEmpty();
    assertThat(refusal(in(alike(2)))).isEmpty();
    assertThat(refusal(in(alike(3)))).contains("correlated_exposure_cap");
    // Adding to one of them makes no further position.
    assertThat(refusal(in(alike(3), 100, true))).isEmpty();
  }

  @Test
  void theSpreadMayBeTwentyPointsInTheFirstTier() {
    assertThat(refusal(in(book("19.9", 1_000)))).isEmpty();
    assertThat(refusal(in(book("20", 1_000)))).isEmpty();
    assertThat(refusal(in(book("20.1", 1_000)))).contains("spread_too_wide");
  }

  @Test
  void twiceTheOrderMustStandAtTheBestPrice() {
    assertThat(refusal(in(book("1", 201)))).isEmpty();
    assertThat(refusal(in(book("1", 200)))).isEmpty();
    assertThat(refusal(in(book("1", 199)))).contains("insufficient_depth");
  }

  @Test
  void depthIsMeasuredAgainstWhatCapsHaveLeftOfTheOrder() {
    assertThat(refusal(in(book("1", 600), 1_000, false))).isEmpty();
    assertThat(refusal(in(book("1", 599), 1_000, false))).contains("insufficient_depth");
  }

  @Test
  void aHeldPositionIsAddedToOnlyWhereTheProfileAllowsIt() {
    assertThat(refusal(in(Proposal.Market.unknown(), 100, true))).isEmpty();
    RiskProfile once = RiskProfile.guarded().with(RiskLimit.PYRAMID_LIMIT, "0");
    RiskEngine strict = new RiskEngine(once, 2, 10_000, 0);
    Verdict verdict = strict.assess(in(Proposal.Market.unknown(), 100, true));
    assertThat(verdict.checks())
        .filteredOn(each -> !each.passed())
        .extracting(RiskCheck::name)
        .containsExactly("pyramid_limit", "already_have_position");
    assertThat(strict.assess(in(Proposal.Market.unknown())).refusal()).isEmpty();
  }

  @Test
  void theFirstOfSeveralFailingChecksIsTheReasonAndAllAreTold() {
    risk.entered(1, NOW);
    Proposal.Market market =
        new Proposal.Known(
            Optional.of(new BigDecimal("9")),
            Optional.empty(),
            0,
            5,
            new BigDecimal("99"),
            OptionalLong.of(1));
    Verdict verdict = risk.assess(in(market));
    assertThat(verdict.checks())
        .filteredOn(each -> !each.passed())
        .extracting(RiskCheck::name)
        .containsExactly(
            "volatility_crash",
            "correlated_exposure_cap",
            "global_trade_spacing",
            "spread_too_wide",
            "insufficient_depth");
    assertThat(verdict.refusal()).map(RiskCheck::name).contains("volatility_crash");
  }

  private Proposal pair(long steps, long gross, long gaps, long gap) {
    return new Proposal(
        NOW,
        0,
        steps,
        10,
        true,
        10_000,
        gaps,
        gaps,
        gross,
        0,
        false,
        false,
        0,
        60 * MINUTE,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        RiskProfile.TierClass.FIRST,
        new BigDecimal("2"),
        new BigDecimal("5"),
        BigDecimal.ZERO,
        gap,
        Proposal.Market.unknown());
  }

  @Test
  void hedgedPairsTogetherStayWithinHalfOfEquityWhateverOneLegIsWorth() {
    assertThat(risk.assess(pair(500, 0, 0, 0)).cuts()).isEmpty();
    assertThat(risk.assess(pair(501, 0, 0, 0)).cuts())
        .containsExactly(new Verdict.Cut("strategy_caps", 500));
    assertThat(refusal(pair(100, 5_000, 0, 0))).contains("strategy_caps");
  }

  @Test
  void ofAHedgedPairTheGapBetweenItsLegsCountsAsExposure() {
    assertThat(refusal(pair(100, 0, 0, 3))).isEmpty();
    assertThat(refusal(pair(100, 0, 1, 3))).contains("symbol_exposure_cap");
    assertThat(refusal(pair(100, 0, 2_500, 1))).contains("max_total_at_risk_pct");
  }
}
