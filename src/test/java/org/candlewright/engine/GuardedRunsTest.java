package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs under the guarded profile on random markets. */
class GuardedRunsTest {
  private static Engine run(long seed, int block, List<DecisionRecord> decisions) {
    return run(seed, block, RiskProfile.guarded(), decisions);
  }

  private static Engine run(
      long seed, int block, RiskProfile profile, List<DecisionRecord> decisions) {
    SplittableRandom random = new SplittableRandom(seed);
    List<InstrumentData> data =
        List.of(
            RandomMarket.instrument("x:AUSDT.P", 1_500, random),
            RandomMarket.instrument("x:BUSDT.P", 1_500, random));
    StrategyDefinition strategy = RandomMarket.template("ema-crossover");
    EngineSetup open =
        RandomMarket.setup(strategy, data, RandomMarket.START + 1_400 * RandomMarket.HOUR, block);
    return RandomMarket.run(open, profile, decisions);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anAcceptedEntryPassesEveryCheckAndIsWorthAtMostThreePercentOfEquity(long seed) {
    List<DecisionRecord> decisions = new ArrayList<>();
    run(seed, 512, decisions);
    List<DecisionRecord> entries =
        decisions.stream().filter(each -> each.action().equals("enter")).toList();
    assertThat(entries).isNotEmpty();
    for (DecisionRecord entry : entries) {
      assertThat(entry.checks()).allMatch(DecisionRecord.Check::passed);
      BigDecimal worth =
          new BigDecimal(entry.sizing().getLast().value())
              .multiply(BigDecimal.valueOf(entry.referenceHalfTicks()))
              .divide(BigDecimal.valueOf(20));
      BigDecimal most = BigDecimal.valueOf(entry.equity(), 8).multiply(new BigDecimal("0.03"));
      assertThat(worth).isLessThanOrEqualTo(most);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anExitIsNeverRefusedAndBlocksDoNotMatter(long seed) {
    List<DecisionRecord> decisions = new ArrayList<>();
    Engine whole = run(seed, 4_096, decisions);
    assertThat(decisions)
        .filteredOn(each -> each.action().equals("exit"))
        .isNotEmpty()
        .allMatch(each -> each.refusal().isEmpty());
    Engine other = run(seed, 7, new ArrayList<>());
    assertThat(other.log().fills()).isEqualTo(whole.log().fills());
    assertThat(other.summary()).isEqualTo(whole.summary());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void afterABreakerEverythingIsClosedAtTheNextOpensAndNothingIsEnteredAgain(long seed) {
    List<DecisionRecord> decisions = new ArrayList<>();
    RiskProfile narrow = RiskProfile.guarded().with(RiskLimit.MAX_DRAWDOWN, "0.0005");
    Engine engine = run(seed, 512, narrow, decisions);
    long latched = engine.summary().halt().orElseThrow().timeMillis();
    assertThat(decisions)
        .filteredOn(each -> each.timeMillis() > latched)
        .noneMatch(each -> each.action().equals("enter"));
    assertThat(decisions)
        .filteredOn(each -> each.refusal().isPresent() && each.timeMillis() > latched)
        .isNotEmpty()
        .allMatch(each -> each.refusal().orElseThrow().equals("kill_switch"));
    assertThat(engine.log().fills()).noneMatch(fill -> fill.entry() && fill.timeMillis() > latched);
    assertThat(engine.state().positions()).allMatch(each -> each.lots() == 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noExitIsRefusedHoweverNarrowTheLimitsAre(long seed) {
    // One entry is let in before the limits close for good: the first, which nothing precedes.
    RiskProfile once =
        RiskProfile.guarded()
            .with(RiskLimit.GLOBAL_TRADE_SPACING, "31536000")
            .with(RiskLimit.TRADE_FREQUENCY_DAILY, "1");
    List<DecisionRecord> decisions = new ArrayList<>();
    Engine engine = run(seed, 512, once, decisions);
    assertThat(decisions).filteredOn(each -> each.action().equals("enter")).hasSize(1);
    assertThat(engine.log().trades()).isNotEmpty();
    assertThat(engine.state().positions()).allMatch(each -> each.lots() == 0);
  }
}
