package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors found in well-known programs, by their number in the field's list: none happens here. */
class FieldErrorsTest {
  /** A low of exactly the limit is a touch: the queue before us may have taken it all. */
  @Test
  void error6_aTouchIsNoFill() {
    assertThat(
            Scenario.bars("100/100/100/100", "100/100/99/100", "100/100/99/100")
                .enter(1, Scenario.limit("99", Scenario.exits("", "")))
                .fills())
        .isEmpty();
    assertThat(
            Scenario.bars("100/100/100/100", "100/100/98.9/100", "100/100/100/100")
                .enter(1, Scenario.limit("99", Scenario.exits("", "")))
                .fills())
        .first()
        .asString()
        .contains("buy 1 @ 99.0 maker");
  }

  /** The stop sells what is held and no more, though its bar trades far beyond it. */
  @Test
  void error9_aStopNeverOpensMoreOfAPosition() {
    Scenario scenario =
        Scenario.bars("100/100/100/100", "100/101/100/100", "100/100/80/85", "85/86/70/75")
            .enter(1, Scenario.market("95", ""));
    assertThat(scenario.fills()).hasSize(2);
    assertThat(scenario.fills().getLast()).contains("sell 1 @");
  }

  /** Whatever the market does, exits never turn a position round, and never add to it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void error9_exitsOnlyEverReduce(long seed) {
    Engine engine = run(seed, "ema-crossover-stops", RiskProfile.research());
    long[] held = new long[1];
    assertThat(engine.log().fills()).isNotEmpty();
    for (Fill fill : engine.log().fills()) {
      long before = held[fill.instrument()];
      held[fill.instrument()] += fill.side() * fill.heldLots();
      if (!fill.entry()) {
        assertThat(Math.abs(held[fill.instrument()])).isLessThan(Math.abs(before));
        assertThat(held[fill.instrument()] * before).isNotNegative();
      }
    }
  }

  /** A breaker counts what is open, closes it at once, and nothing is entered afterwards. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void error9_aBreakerFlattensOnOpenLossesAndEndsTrading(long seed) {
    RiskProfile tight = RiskProfile.guarded().with(RiskLimit.MAX_DRAWDOWN, "0.002");
    Engine engine = run(seed, "ema-crossover", tight);
    long halted = engine.summary().halt().orElseThrow().timeMillis();
    List<Fill> after =
        engine.log().fills().stream().filter(each -> each.timeMillis() >= halted).toList();
    assertThat(after).isNotEmpty();
    // The loss was open when it tripped: what follows closes it, under the breaker's own name.
    assertThat(after).noneMatch(Fill::entry);
    assertThat(after).extracting(Fill::reason).containsOnly(Reasons.ofBreaker("max_drawdown"));
    assertThat(after.getLast().timeMillis()).isLessThan(halted + 24 * RandomMarket.HOUR);
  }

  /** One risk engine: the same profile in a setup gives the same checks in the same order. */
  @Test
  void error11_protectionsAreThoseOfTheNamedProfileAndNotOfTheMode() {
    List<DecisionRecord> guarded = new ArrayList<>();
    run(1, "ema-crossover", RiskProfile.guarded(), guarded);
    List<DecisionRecord> again = new ArrayList<>();
    run(1, "ema-crossover", RiskProfile.guarded(), again);
    assertThat(guarded).isNotEmpty().isEqualTo(again);
    List<DecisionRecord> research = new ArrayList<>();
    run(1, "ema-crossover", RiskProfile.research(), research);
    DecisionRecord checked =
        guarded.stream().filter(each -> each.action().equals("enter")).findFirst().orElseThrow();
    assertThat(checked.checks()).extracting(DecisionRecord.Check::name).contains("daily_stop_loss");
    assertThat(research)
        .allMatch(
            each ->
                each.checks().stream().noneMatch(check -> check.name().equals("daily_stop_loss")));
  }

  private static Engine run(long seed, String template, RiskProfile profile) {
    return run(seed, template, profile, new ArrayList<>());
  }

  private static Engine run(
      long seed, String template, RiskProfile profile, List<DecisionRecord> decisions) {
    List<InstrumentData> data =
        Collections.singletonList(
            RandomMarket.instrument("x:AUSDT.P", 1_500, new SplittableRandom(seed)));
    StrategyDefinition strategy = RandomMarket.template(template);
    EngineSetup open =
        RandomMarket.setup(strategy, data, RandomMarket.START + 1_400 * RandomMarket.HOUR, 512);
    return RandomMarket.run(open, profile, decisions);
  }
}
