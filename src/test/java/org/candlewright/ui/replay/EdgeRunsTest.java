package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RandomMarket;
import org.candlewright.engine.SessionScript;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.replay.RandomRuns;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Runs with next to nothing in them, with far too much, and whose data are gone. */
class EdgeRunsTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static List<InstrumentData> market(int bars, int instruments) {
    SplittableRandom random = new SplittableRandom(5);
    List<InstrumentData> market = new ArrayList<>();
    for (int i = 0; i < instruments; i++) {
      market.add(RandomMarket.instrument("x:C" + i + "USDT.P", bars, random));
    }
    return market;
  }

  private static LoadedRun run(int bars) {
    RunPlan plan = RandomRuns.plan(market(bars, 1), RandomMarket.template("ema-crossover"));
    return Replays.run(under(plan, SessionScript.none()));
  }

  /** From the first bar on. */
  private static RunPlan under(RunPlan plan, SessionScript script) {
    EngineSetup setup = plan.setup();
    return new RunPlan(
        plan.request(),
        new EngineSetup(
            setup.instruments(),
            new Period(RandomMarket.START, setup.period().toMillis()),
            setup.program(),
            setup.sizing(),
            setup.leverage(),
            setup.capital(),
            setup.costs(),
            setup.keepOpen(),
            setup.blockSize(),
            setup.rules(),
            setup.risk(),
            script),
        plan.document(),
        plan.runId(),
        plan.configHash(),
        plan.fingerprint());
  }

  /** What the inspector says once the run is drawn at its last bar; drawing must not fail. */
  private static String shown(LoadedRun run) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            (Callable<String>)
                () -> {
                  ReplayModels models = Replays.models(new HashMap<>());
                  Appearance appearance = new Appearance(Theme.DARK);
                  ReplayView view = new ReplayView(models, appearance.tokensProperty());
                  Scene scene = new Scene(view.node(), 1_280, 680);
                  appearance.follow(scene);
                  models.playhead().show(run, Long.MAX_VALUE);
                  models.playhead().zoom(1e6);
                  WritableImage image = scene.snapshot(null);
                  assertThat(image.getWidth()).isEqualTo(1_280);
                  return (String)
                      scene.lookup("#inspector").queryAccessibleAttribute(AccessibleAttribute.TEXT);
                })
        .get(120, TimeUnit.SECONDS);
  }

  @Test
  void aRunOfOneBarIsShown() throws Exception {
    LoadedRun run = run(1);
    assertThat(run.rows()).isEqualTo(1);
    assertThat(shown(run)).contains("No decision yet", "Equity");
  }

  @Test
  void inARunOfOneBarEveryMoveStaysThere() {
    ReplayModels models = Replays.models(new HashMap<>());
    models.playhead().show(run(1), 0);
    models.playhead().step(1);
    models.playhead().end();
    models.playhead().nextTrade();
    models.playhead().nextDecision();
    models.playhead().player().toggle();
    models.playhead().player().advance(1);
    assertThat(models.playhead().rowProperty().get()).isZero();
    assertThat(models.playhead().player().directionProperty().get()).isZero();
  }

  @Test
  void aRunWithoutTradesIsShown() throws Exception {
    LoadedRun run = run(30);
    assertThat(run.run().trades()).isEmpty();
    assertThat(shown(run)).contains("No decision yet", "No order");
  }

  @Test
  void aHundredThousandTradesAreDrawn() throws Exception {
    Strategies strategies = new Strategies(org.candlewright.indicator.Indicators.standard());
    StrategyDefinition often =
        RandomMarket.template("ema-crossover")
            .withParameters(
                Map.of("fast", BigDecimal.ONE, "slow", BigDecimal.TWO, "filter", BigDecimal.TWO));
    String json =
        strategies
            .toJson(often)
            .replaceAll("\"equity-share\"[^}]*}", "\"fixed-notional\", \"notional\": \"10\"}");
    StrategyDefinition small = strategies.parse("often", json);
    LoadedRun run = Replays.run(RandomRuns.plan(market(4_900, 80), small));
    assertThat(run.run().trades().size()).isGreaterThan(100_000);
    assertThat(shown(run)).contains("Decision ");
  }

  @Test
  void dataDeletedSinceTheRunIsSaidWithWhatToDo() {
    List<RunStore.StoredRun> stored = new ArrayList<>();
    ReplayModels before =
        Replays.models(
            new HashMap<>(),
            new EmptyStores.Keeping(stored),
            new EmptyStores.Holding(RandomRuns.market(2, false)));
    before.playhead().show(Replays.run(2, false), 0);
    before.whatIf().parameters().getFirst().sliderProperty().set(12);
    before.whatIf().keep();
    ReplayModels after = Replays.models(new HashMap<>(), new EmptyStores.Keeping(stored));
    after.playhead().open(stored.getFirst().summary().id());
    assertThat(after.playhead().opener().problemProperty().get())
        .contains("x:AUSDT.P is not stored")
        .contains("Import its candles first");
    assertThat(after.playhead().runProperty().get()).isEmpty();
  }

  @Test
  void dataChangedSinceTheRunIsSaidAndTheRunOfTodayIsShown() {
    List<RunStore.StoredRun> stored = new ArrayList<>();
    ReplayModels before =
        Replays.models(
            new HashMap<>(),
            new EmptyStores.Keeping(stored),
            new EmptyStores.Holding(RandomRuns.market(2, false)));
    before.playhead().show(Replays.run(2, false), 0);
    before.whatIf().parameters().getFirst().sliderProperty().set(12);
    before.whatIf().keep();
    ReplayModels after =
        Replays.models(
            new HashMap<>(),
            new EmptyStores.Keeping(stored),
            new EmptyStores.Holding(RandomRuns.market(4, false)));
    after.playhead().open(stored.getFirst().summary().id());
    assertThat(after.playhead().opener().problemProperty().get()).contains("have changed since");
    assertThat(after.playhead().runProperty().get()).isNotEqualTo(Optional.empty());
  }

  @Test
  void aRunThatWasEndedEarlySaysWhenAndWhy() {
    RunPlan plan = RandomRuns.plan(market(800, 1), RandomMarket.template("ema-crossover"));
    SessionScript script = SessionScript.none();
    script.add(
        new SessionScript.Command(
            RandomMarket.START + 300 * RandomMarket.HOUR, SessionScript.Kind.KILL, 0, 1));
    LoadedRun halted = Replays.run(under(plan, script));
    ReplayModels models = Replays.models(new HashMap<>());
    models.playhead().show(halted, 0);
    assertThat(models.playhead().opener().problemProperty().get())
        .isEqualTo("Trading ended on 13 Jan 12:00: kill switch.");
  }
}
