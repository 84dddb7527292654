package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static StrategyDefinition strategy(String fields, String... namesAndValues) {
    return with(TriggersFilesTest.strategy(fields), namesAndValues);
  }

  private static StrategyDefinition everySignal(String... namesAndValues) {
    return with(RuleFiles.template("triggers-all-signals"), namesAndValues);
  }

  private static StrategyDefinition with(StrategyDefinition base, String... namesAndValues) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], new BigDecimal(namesAndValues[i + 1]));
    }
    return base.withParameters(values);
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

  private static double input(ScriptedPass pass, int bar, String name) {
    return pass.program().explain(0, bar, 0).inputs().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static List<String> decide(StrategyDefinition strategy) {
    return pass(strategy, spike(BTC)).decideAt(QUIET);
  }

  @Test
  void aSpikeOnTwiceTheVolumeIsFadedAgainstItsDirection() {
    assertThat(decide(strategy(""))).containsExactly("enter 0 long fade_spike_long");
    assertThat(pass(strategy(""), bars(BTC, hour(104_500, 3_000))).decideAt(QUIET))
        .containsExactly("enter 0 short fade_spike_short");
    assertThat(pass(strategy(""), bars(BTC, hour(96_000, 1_500))).decideAt(QUIET)).isEmpty();
  }

  /** ORIGINS 002: "price_move uses abs so down never shows". */
  @Test
  void flawOfPriceMove_aFallIsAMoveDownAndNotUp() {
    // From 10,050.0: −3.3 % and +2.8 %, more than both thresholds of chop.
    assertThat(pass(everySignal(), bars(BTC, hour(97_200, 1_000))).decideAt(QUIET))
        .containsExactly("enter 0 long price_move_down");
    assertThat(pass(everySignal(), bars(BTC, hour(103_300, 1_000))).decideAt(QUIET))
        .containsExactly("enter 0 long price_move_up");
  }

  /** 4 % of 9,600.0 either way. */
  @Test
  void stopAndTargetAreThoseOfTheRule() {
    ScriptedPass pass = pass(strategy(""), spike(BTC));
    pass.decideAt(QUIET);
    assertThat(pass.plan.exits().stopTicks()).isEqualTo(92_160);
    assertThat(pass.plan.exits().targets().getFirst().ticks()).isEqualTo(99_840);
  }

  /** Move 450.0 over 4 × ATR 50.0 is more than 1; volume 3 of 4; no sign of a turn; tier 1. */
  @Test
  void convictionIsHalfTheStrengthAndThreeTenthsOfTheConfidenceAndBoosts() {
    ScriptedPass pass = pass(strategy(""), spike(BTC));
    pass.decideAt(QUIET);
    assertThat(pass.plan.conviction()).isCloseTo(0.5 + 0.3 * 0.75 + 0.02, within(1e-12));
  }

  /** Tier 1 of the day profile 3 %, × 0.75 confidence × 1 of the rule × 0.5 of chop. */
  @Test
  void theSizeIsThatOfTierRuleRegimeAndConfidence() {
    ScriptedPass pass = pass(strategy(""), spike(BTC));
    pass.decideAt(QUIET);
    assertThat((double) pass.plan.size() / Exact.RATE_ONE)
        .isCloseTo(0.03 * 0.75 * 0.5, within(1e-9));
  }

  /** A stop of 4 % at 10 % volatility: 125 %; at 1,000 %: 1.25 %, below the tier's 3. */
  @Test
  void volatilityMakesSizesSmaller() {
    TriggersStrategy strategy = TriggersFilesTest.strategy("");
    TriggerPlanner planner = new TriggerPlanner(strategy, new TriggerRules(strategy), 0);
    int fade = TriggerRule.ALL.size() - 1;
    assertThat(planner.percent(fade, 1, 0.10, 1, 1, false)).isEqualTo(3);
    assertThat(planner.percent(fade, 1, 10, 1, 1, false)).isCloseTo(1.25, within(1e-12));
    assertThat(planner.percent(fade, 1, 100, 1, 1, false)).isEqualTo(0.5);
    assertThat(planner.percent(fade, 2, 0.10, 1, 10, false)).isEqualTo(6);
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
    pass.barsInTrade[0] = 11;
    assertThat(pass.decideAt(QUIET + 11)).isEmpty();
    pass.barsInTrade[0] = 12;
    assertThat(pass.decideAt(QUIET + 12)).containsExactly("exit 0 max_hold");
  }

  @Test
  void inACrisisNothingIsEnteredAndWhatWaitsIsCalledBack() {
    // The market fell by more than a tenth in the week.
    ScriptedPass pass = pass(everySignal(), bars(BTC, hour(93_000, 1_000), hour(89_000, 3_000)));
    assertThat(pass.decideAt(QUIET + 1)).isEmpty();
    assertThat(pass.program().explain(0, QUIET + 1, 0).rules().get(1).text())
        .isEqualTo("regime crisis takes new positions");
    pass.working[0] = true;
    assertThat(pass.decideAt(QUIET + 1)).containsExactly("cancel 0");
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
    assertThat(refusal("'universe': {'exclude': ['BTC']}")).contains("universe_excluded");
    assertThat(refusal("'universe': {'exclude': ['binance:BTCUSDT.P']}"))
        .contains("universe_excluded");
    assertThat(
            refusal(
                "'universe': {'red_flags': [{'instrument': 'BTC', 'from': '1970-01-10', 'reason':"
                    + " 'exploit'}]}"))
        .contains("universe_red_flag");
    assertThat(
            refusal(
                "'universe': {'categories': {'lending': ['BTC']}, 'exclude_categories':"
                    + " ['lending']}"))
        .contains("universe_category not in category lending");
    assertThat(refusal("", "universe.min_volume", "1000000000"))
        .contains("universe_volume 1000000000");
    assertThat(refusal("", "universe.max_spread_bps", "4")).contains("universe_spread 4");
    assertThat(refusal("", "universe.new_hours", "5000")).contains("universe_newly_listed");
    assertThat(
            refusal(
                "",
                "universe.tier1_depth",
                "1000000000",
                "universe.tier2_depth",
                "1000000000",
                "universe.tier3_depth",
                "1000000000"))
        .contains("universe_tier");
    assertThat(pass(strategy(""), spike(InstrumentId.parse("binance:USDCUSDT.P"))).decideAt(QUIET))
        .containsExactly("refuse 0 universe_never_trade not in universe.never_trade");
  }

  private static String refusal(String fields, String... namesAndValues) {
    List<String> asked = decide(strategy(fields, namesAndValues));
    assertThat(asked).hasSize(1);
    return asked.getFirst();
  }

  @Test
  void anExclusionIsRecordedOnceUntilItChanges() {
    ScriptedPass pass = pass(strategy("'universe': {'exclude': ['BTC']}"), spike(BTC));
    assertThat(pass.decideAt(QUIET - 1)).hasSize(1);
    assertThat(pass.decideAt(QUIET)).isEmpty();
  }

  /** "Implement as an editable exclusion list, off by default." */
  @Test
  void categoriesExcludeNothingUntilTheyAreSwitchedOn() {
    assertThat(refusal("'universe': {'categories': {'lending': ['BTC']}}")).startsWith("enter");
  }

  @Test
  void whatIsIncludedByHandPassesTheFiltersOfTheMarket() {
    assertThat(refusal("'universe': {'include': ['BTC']}", "universe.min_volume", "1000000000"))
        .startsWith("enter");
  }

  /** Bar 300 ends 301 hours into 1970; a week before is hour 133, of January 6th. */
  @Test
  void aBanEndsAfterAWeek() {
    String flag =
        "'universe': {'red_flags': [{'instrument': 'BTC', 'from': '%s', 'reason': 'rug'}]}";
    assertThat(refusal(flag.formatted("1970-01-06T13:00:00Z"))).startsWith("enter");
    assertThat(refusal(flag.formatted("1970-01-06T14:00:00Z"))).contains("universe_red_flag");
    assertThat(refusal(flag.formatted("1970-01-13T14:00:00Z"))).startsWith("enter");
  }

  /** A day turns over 240.6 million; an hour without trades takes 10 of them. */
  @Test
  void aTierChangesOnlyAfterThreeBarsInARow() {
    BarSeries dry =
        bars(BTC, hour(100_000, 0), hour(100_000, 0), hour(100_000, 0), hour(100_000, 0));
    StrategyDefinition strategy = strategy("", "universe.tier1_volume", "239000000");
    ScriptedPass pass = pass(strategy, dry);
    double[] tiers = new double[4];
    for (int i = 0; i < tiers.length; i++) {
      tiers[i] = input(pass, QUIET - 1 + i, "tier");
    }
    assertThat(tiers).containsExactly(1, 1, 1, 2);
  }

  /** Half of the spread is the half spread of the cost model's tier. */
  @Test
  void theEstimatedSpreadIsThatOfTheCostModel() {
    for (double turnover : new double[] {1e6, 5e7, 5e8, 3e9, 9e9}) {
      assertThat(EstimatedBook.spreadBps(turnover))
          .isEqualTo(
              2
                  * org.candlewright.engine.cost.LiquidityTier.ofDailyTurnover(turnover)
                      .halfSpreadBps()
                      .doubleValue());
    }
  }

  /** Its conviction is 0.745. */
  @Test
  void convictionBelowTheLeastIsRefusedAndALoneOneInTheBandIsACanary() {
    assertThat(refusal("", "min_conviction", "0.76")).startsWith("refuse 0 min_conviction 0.76");
    StrategyDefinition trial =
        strategy("", "min_conviction", "0.76", "canary_from", "0.74", "canary_below", "0.75");
    ScriptedPass canary = pass(trial, spike(BTC));
    assertThat(canary.decideAt(QUIET)).containsExactly("enter 0 long fade_spike_long_canary");
    assertThat(canary.plan.route().postOnly()).isTrue();
    assertThat(canary.plan.route().limitTicks()).isEqualTo(96_000);
    assertThat((double) canary.plan.size() / Exact.RATE_ONE)
        .isCloseTo(0.03 * 0.75 * 0.5 / 4, within(1e-9));
    assertThat(pass(trial, spike(BTC), spike(DOGE)).decideAt(QUIET))
        .allMatch(each -> each.startsWith("refuse"));
  }

  /** ORIGINS 002: "the result object returned unfiltered proposals". */
  @Test
  void flawOfTheResult_whatAPassRefusesIsNotEntered() {
    List<BarSeries> all = new ArrayList<>();
    all.add(spike(BTC));
    for (String base : List.of("ETH", "SOL", "XRP", "ADA")) {
      all.add(spike(InstrumentId.parse("binance:" + base + "USDT.P")));
    }
    List<String> asked = pass(strategy(""), all.toArray(BarSeries[]::new)).decideAt(QUIET);
    assertThat(asked)
        .containsExactly(
            "enter 0 long fade_spike_long",
            "enter 1 long fade_spike_long",
            "enter 2 long fade_spike_long",
            "refuse 3 regime_chop 3",
            "refuse 4 regime_chop 3");
  }

  /** Half as much again as usual is no spike; after a bar without a trigger 1.4 × is enough. */
  @Test
  void afterABarWithoutTriggersThresholdsAreLowerForOneEntry() {
    BarSeries one = bars(BTC, hour(96_000, 1_500));
    BarSeries other = bars(DOGE, hour(96_000, 1_500));
    ScriptedPass pass = pass(strategy(""), one, other);
    assertThat(pass.decideAt(QUIET - 1)).isEmpty();
    assertThat(pass.decideAt(QUIET))
        .containsExactly("enter 0 long fade_spike_long", "refuse 1 regime_chop 1");
    ScriptedPass strict = pass(strategy("", "relax_percent", "0"), one, other);
    strict.decideAt(QUIET - 1);
    assertThat(strict.decideAt(QUIET)).isEmpty();
  }

  @Test
  void aReferenceThatIsNotInTheRunIsRefused() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> pass(strategy("'regimes': {'reference': 'binance:ETHUSDT.P'}"), spike(BTC)))
        .hasMessageContaining("regimes.reference: binance:ETHUSDT.P is not among");
  }
}
