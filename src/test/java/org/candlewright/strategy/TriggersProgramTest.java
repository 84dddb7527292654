package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candlewright.indicator.SampleBars;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Test;

/**
 * Triggers by hand, on a price that swings by half a percent from hour to hour for 300 hours, with
 * 1,000 coins traded in each; then a test says what the last hours do.
 */
class TriggersProgramTest {
  private static final int QUIET = 300;
  private static final InstrumentId BTC = SampleBars.BTC;
  private static final InstrumentId DOGE = InstrumentId.parse("binance:DOGEUSDT.P");
  private static final Strategies STRATEGIES = RuleFiles.STRATEGIES;

  /** Hours of a close and a volume each, behind the quiet ones; ticks of 0.1. */
  private static BarSeries bars(InstrumentId id, long[]... closesAndVolumes) {
    int size = QUIET + closesAndVolumes.length;
    long[][] columns = new long[6][size];
    long before = 100_000;
    for (int i = 0; i < size; i++) {
      long close = i < QUIET ? 100_000 + (i % 2) * 500 : closesAndVolumes[i - QUIET][0];
      columns[0][i] = i * 3_600_000L;
      columns[1][i] = before;
      columns[2][i] = Math.max(before, close);
      columns[3][i] = Math.min(before, close);
      columns[4][i] = close;
      columns[5][i] = i < QUIET ? 1_000 : closesAndVolumes[i - QUIET][1];
      before = close;
    }
    return new BarSeries(
        id,
        Timeframe.ONE_HOUR,
        new BigDecimal("0.1"),
        0,
        false,
        size,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static long[] hour(long close, long volume) {
    return new long[] {close, volume};
  }

  private static StrategyDefinition strategy(String universe, String... namesAndValues) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], new BigDecimal(namesAndValues[i + 1]));
    }
    return STRATEGIES
        .parse(
            "my.json",
            "{\"schema\": 1, \"kind\": \"triggers\", \"name\": \"mine\"" + universe + "}")
        .withParameters(values);
  }

  private static ScriptedPass pass(StrategyDefinition strategy, BarSeries... series) {
    List<InstrumentData> data = new ArrayList<>();
    for (BarSeries each : series) {
      data.add(RuleFiles.data(each));
    }
    StrategyProgram program = strategy.program(data);
    for (int i = 0; i < series.length; i++) {
      program.update(i, 0, series[i].size());
    }
    return new ScriptedPass(program, data);
  }

  /** The last hour falls by 4 % on three times the volume: in chop a spike to fade. */
  private static BarSeries spike(InstrumentId id) {
    return bars(id, hour(96_000, 3_000));
  }

  @Test
  void aSpikeOnTwiceTheVolumeIsFadedAgainstItsDirection() {
    assertThat(pass(strategy(""), spike(BTC)).decideAt(QUIET))
        .containsExactly("enter 0 long fade_spike");
    assertThat(pass(strategy(""), bars(BTC, hour(104_500, 3_000))).decideAt(QUIET))
        .containsExactly("enter 0 short fade_spike");
    assertThat(pass(strategy(""), bars(BTC, hour(96_000, 1_500))).decideAt(QUIET)).isEmpty();
  }

  /** ORIGINS 002: "price_move uses abs so down never shows". */
  @Test
  void flawOfPriceMove_aFallIsAMoveDownAndNotUp() {
    // Down by 3.3 %: more than 2.5, both thresholds of chop.
    assertThat(
            pass(strategy("", "all_triggers", "1"), bars(BTC, hour(97_200, 1_000))).decideAt(QUIET))
        .containsExactly("enter 0 long price_move_down");
    assertThat(
            pass(strategy("", "all_triggers", "1"), bars(BTC, hour(103_300, 1_000)))
                .decideAt(QUIET))
        .containsExactly("enter 0 long price_move_up");
  }

  @Test
  void stopAndTargetAreThoseOfTheRule() {
    ScriptedPass pass = pass(strategy(""), spike(BTC));
    pass.decideAt(QUIET);
    // fade_spike: stop 10 %, target 20 % of 9,600.
    assertThat(pass.plan.exits().stopTicks()).isEqualTo(86_400);
    assertThat(pass.plan.exits().targets().getFirst().ticks()).isEqualTo(115_200);
  }

  /**
   * Day profile, tier 1: min(100 / 10 × 50 / volatility, 3) = 3 percent, × 0.7 of the rule × 0.5 of
   * chop × 0.7 confidence.
   */
  @Test
  void theSizeIsThatOfTierRuleRegimeAndConfidence() {
    ScriptedPass pass = pass(strategy(""), spike(BTC));
    pass.decideAt(QUIET);
    assertThat((double) pass.plan.size() / Exact.RATE_ONE)
        .isCloseTo(3 * 0.7 * 0.5 * 0.7, within(1e-9));
  }

  @Test
  void closesAfterTheHoldingTimeOfTheRule() {
    long[][] hours = new long[26][];
    hours[0] = hour(96_000, 3_000);
    for (int i = 1; i < hours.length; i++) {
      hours[i] = hour(96_000 + i % 2, 1_000);
    }
    ScriptedPass pass = pass(strategy(""), bars(BTC, hours));
    assertThat(pass.decideAt(QUIET)).hasSize(1);
    pass.side[0] = 1;
    pass.barsInTrade[0] = 23;
    assertThat(pass.decideAt(QUIET + 23)).isEmpty();
    pass.barsInTrade[0] = 24;
    assertThat(pass.decideAt(QUIET + 24)).containsExactly("exit 0 max_hold");
  }

  @Test
  void inACrisisNothingIsEntered() {
    // The market fell by more than a tenth in the week.
    ScriptedPass pass =
        pass(
            strategy("", "all_triggers", "1"), bars(BTC, hour(93_000, 1_000), hour(89_000, 3_000)));
    assertThat(pass.decideAt(QUIET + 1)).isEmpty();
    assertThat(pass.program().explain(0, QUIET + 1, 0).rules().getFirst().text())
        .isEqualTo("regime is crisis");
  }

  @Test
  void theRegimeIsThatOfTheBtcPerpetualWhateverComesFirst() {
    BarSeries fallen = bars(BTC, hour(93_000, 1_000), hour(89_000, 3_000));
    ScriptedPass pass =
        pass(strategy(""), bars(DOGE, hour(100_000, 1_000), hour(95_000, 3_000)), fallen);
    assertThat(pass.decideAt(QUIET + 1)).isEmpty();
  }

  @Test
  void everyExclusionSaysWhy() {
    assertThat(refusal(", \"universe\": {\"exclude\": [\"btc\"]}")).contains("universe_excluded");
    assertThat(refusal(", \"universe\": {\"red_flags\": {\"BTC\": \"1970-01-10T00:00:00Z\"}}"))
        .contains("universe_red_flag");
    assertThat(
            refusal(
                ", \"universe\": {\"categories\": {\"lending\": [\"BTC\"]},"
                    + " \"excluded_categories\": [\"lending\"]}"))
        .contains("universe_category_lending");
    assertThat(refusal("", "min_turnover", "1000000000")).contains("universe_turnover");
    assertThat(refusal("", "min_age_hours", "5000")).contains("universe_new_listing");
    assertThat(refusal(", \"universe\": {\"tiers\": {\"BTC\": 3}}"))
        .contains("universe_third_tier");
    ScriptedPass stable = pass(strategy(""), spike(InstrumentId.parse("binance:USDCUSDT.P")));
    assertThat(stable.decideAt(QUIET))
        .containsExactly("refuse 0 universe_stablecoin in the universe");
  }

  private static String refusal(String universe, String... namesAndValues) {
    return pass(strategy(universe, namesAndValues), spike(BTC)).decideAt(QUIET).getFirst();
  }

  /** "Implement as an editable exclusion list, off by default." */
  @Test
  void categoriesExcludeNothingUntilTheyAreSwitchedOn() {
    assertThat(refusal(", \"universe\": {\"categories\": {\"lending\": [\"BTC\"]}}"))
        .startsWith("enter");
  }

  @Test
  void whatIsIncludedByHandPassesTheFiltersOfTheMarket() {
    assertThat(refusal(", \"universe\": {\"include\": [\"BTC\"]}", "min_turnover", "1000000000"))
        .startsWith("enter");
  }

  @Test
  void aBanEndsAfterAWeek() {
    TradedUniverse universe =
        new TradedUniverse(Set.of(), Set.of(), Map.of(), Map.of(), Set.of(), Map.of("OM", 1_000L));
    long week = 168 * 3_600_000L;
    assertThat(universe.excluded("OM", 999)).isEmpty();
    assertThat(universe.excluded("OM", 1_000 + week - 1)).contains("universe_red_flag");
    assertThat(universe.excluded("OM", 1_000 + week)).isEmpty();
  }

  @Test
  void aTierChangesOnlyAfterThreePassesInARow() {
    UniverseSeat seat = new UniverseSeat();
    int[] seen = {1, 2, 2, 1, 2, 2, 2};
    int[] tiers = new int[seen.length];
    for (int i = 0; i < seen.length; i++) {
      seat.see(seen[i], 3);
      tiers[i] = seat.tier();
    }
    assertThat(tiers).containsExactly(1, 1, 1, 1, 1, 1, 2);
  }

  @Test
  void convictionBelowTheLeastIsRefusedAndJustBelowItIsACanary() {
    ScriptedPass decided = pass(strategy(""), spike(BTC));
    decided.decideAt(QUIET);
    double conviction = decided.program().explain(0, QUIET, 0).rules().getLast().left();
    String above =
        BigDecimal.valueOf(conviction + 0.03)
            .setScale(4, java.math.RoundingMode.UP)
            .toPlainString();
    assertThat(refusal("", "min_conviction", above)).startsWith("refuse 0 min_conviction");
    String just =
        BigDecimal.valueOf(conviction + 0.01)
            .setScale(4, java.math.RoundingMode.DOWN)
            .toPlainString();
    ScriptedPass canary = pass(strategy("", "min_conviction", just), spike(BTC));
    assertThat(canary.decideAt(QUIET)).containsExactly("enter 0 long fade_spike");
    assertThat(canary.plan.route().postOnly()).isTrue();
    assertThat((double) canary.plan.size() / Exact.RATE_ONE)
        .isCloseTo(3 * 0.7 * 0.5 * 0.7 / 4, within(1e-9));
    assertThat(refusal("", "min_conviction", just, "canary", "0"))
        .startsWith("refuse 0 min_conviction");
  }

  @Test
  void chopAllowsThreeNewPositionsAndTheRestIsRefused() {
    List<BarSeries> all = new ArrayList<>();
    all.add(spike(BTC));
    for (String base : List.of("ETH", "SOL", "XRP", "ADA")) {
      all.add(spike(InstrumentId.parse("binance:" + base + "USDT.P")));
    }
    List<String> asked = pass(strategy(""), all.toArray(BarSeries[]::new)).decideAt(QUIET);
    assertThat(asked).filteredOn(each -> each.startsWith("enter")).hasSize(3);
    assertThat(asked).filteredOn(each -> each.contains("regime_chop")).hasSize(2);
  }

  @Test
  void anUnknownCategoryAndTierAreRefusedWithTheirPath() {
    assertThatThrownBy(() -> strategy(", \"universe\": {\"excluded_categories\": [\"x\"]}"))
        .hasMessageContaining("universe.excluded_categories[0]");
    assertThatThrownBy(() -> strategy(", \"universe\": {\"tiers\": {\"BTC\": 4}}"))
        .hasMessageContaining("universe.tiers.BTC");
    assertThatThrownBy(() -> strategy(", \"universe\": {\"exclud\": []}"))
        .hasMessageContaining("exclud");
  }

  @Test
  void theFileComesBackAsItWasWritten() {
    StrategyDefinition written =
        strategy(
            ", \"universe\": {\"exclude\": [\"OM\"], \"tiers\": {\"DOGE\": 2}, \"categories\":"
                + " {\"lending\": [\"AAVE\"]}, \"excluded_categories\": [\"lending\"],"
                + " \"red_flags\": {\"OM\": \"2025-04-13T00:00:00Z\"}}");
    assertThat(STRATEGIES.parse("again.json", STRATEGIES.toJson(written))).isEqualTo(written);
  }
}
