package org.candlewright.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.candlewright.backtest.DecisionDocument;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.Engine;
import org.candlewright.engine.RunObserver;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replay is the run, whatever the strategy: every template, of every kind. */
class EveryKindTest {
  private static final Strategies STRATEGIES = new Strategies(Indicators.standard());
  private static final int SEEKS = 8;

  static Stream<String> templates() {
    return STRATEGIES.templateNames().stream();
  }

  private static RunPlan plan(String template) {
    StrategyDefinition strategy = STRATEGIES.template(template).orElseThrow();
    List<InstrumentData> odd = RandomRuns.market(3, false);
    boolean carry = strategy.legs() == Legs.PERPETUAL_AND_SPOT;
    return RandomRuns.plan(
        carry ? RandomRuns.market(3, true) : List.of(odd.getFirst(), odd.getLast()), strategy);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void stateAtARandomBarIsThatOfAFreshRunStoppedThere(String template) {
    RunPlan plan = plan(template);
    ReplayRun run = ReplayRun.open(plan, () -> false, share -> {});
    SplittableRandom random = new SplittableRandom(11);
    StateDocument document = new StateDocument(plan.setup());
    for (int i = 0; i < SEEKS; i++) {
      int row = i == 0 ? run.rows().size() - 1 : random.nextInt(run.rows().size());
      Moment sought = run.seek(row);
      Moment played = ReplayRun.play(plan(template), run.rows().time(row));
      assertThat(sought.state()).as("row %d", row).isEqualTo(played.state());
      assertThat(sought.bars()).as("row %d", row).isEqualTo(played.bars());
      // As text: what is unknown on both sides is the same.
      assertThat(Arrays.deepToString(sought.indicators()))
          .as("row %d", row)
          .isEqualTo(Arrays.deepToString(played.indicators()));
      assertThat(sought.decisions()).as("row %d", row).isEqualTo(played.decisions());
      assertThat(sought.explanations()).as("row %d", row).isEqualTo(played.explanations());
      assertThat(document.of(sought).toString()).isEqualTo(document.of(played).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void playingThroughMakesTheDecisionsOfTheRunByteForByte(String template) {
    RunPlan plan = plan(template);
    DecisionDocument document = new DecisionDocument(plan);
    List<String> expected = new ArrayList<>();
    Engine engine =
        new Engine(
            plan.setup(),
            new RunObserver() {
              @Override
              public boolean wantsDecisions() {
                return true;
              }

              @Override
              public void decision(DecisionRecord decision) {
                if (!decision.action().equals("cut")) {
                  expected.add(document.of(decision).toString());
                }
              }
            });
    engine.run(() -> false);
    ReplayRun run = ReplayRun.open(plan(template), () -> false, share -> {});
    List<String> made = new ArrayList<>();
    for (int row = 0; row < run.rows().size(); row++) {
      for (DecisionRecord decision : run.seek(row).decisions()) {
        if (!decision.action().equals("cut")) {
          made.add(document.of(decision).toString());
        }
      }
    }
    assertThat(made).isEqualTo(expected);
  }
}
