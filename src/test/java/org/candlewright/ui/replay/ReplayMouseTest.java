package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.candlewright.backtest.RunStore;
import org.candlewright.replay.RandomRuns;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Replay with the buttons, the shuttle and a second run, and what then stands on screen. */
@ExtendWith(ApplicationExtension.class)
class ReplayMouseTest {
  private final LoadedRun run = Replays.run(2, false);
  private final List<RunStore.StoredRun> stored = new ArrayList<>();
  private final ReplayModels models =
      Replays.models(
          new HashMap<>(),
          new EmptyStores.Keeping(stored),
          new EmptyStores.Holding(RandomRuns.market(2, false)));
  private final ReplayViewModel model = models.playhead();

  @Start
  void start(Stage stage) {
    Appearance appearance = new Appearance(Theme.DARK);
    ReplayView view = new ReplayView(models, appearance.tokensProperty());
    Scene scene = new Scene(view.node(), 1_280, 680);
    appearance.follow(scene);
    stage.setScene(scene);
    stage.show();
    model.show(run, run.run().rows().time(100));
    view.node().requestFocus();
  }

  private int row() {
    return model.rowProperty().get();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static String inspector(FxRobot robot) {
    return (String)
        robot.lookup("#inspector").query().queryAccessibleAttribute(AccessibleAttribute.TEXT);
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void assertStandsAt(FxRobot robot, int row) {
    assertThat(row()).isEqualTo(row);
    assertThat(text(robot, "#position"))
        .isEqualTo(NumberText.plain(row + 1, 0) + " of " + NumberText.plain(run.rows(), 0));
  }

  @Test
  void theButtonsJumpBetweenTradesAndDecisions(FxRobot robot) {
    robot.clickOn("#next-trade");
    int trade = run.nextTrade(100).orElseThrow();
    assertStandsAt(robot, trade);
    robot.clickOn("#next-trade").clickOn("#previous-trade");
    assertStandsAt(robot, trade);
    robot.clickOn("#next-decision");
    assertStandsAt(robot, run.nextDecision(trade).orElseThrow());
    assertThat(inspector(robot)).contains("Mid at decision");
    robot.clickOn("#blind");
    assertThat(robot.lookup("#next-trade").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#next-decision").query().isDisabled()).isTrue();
  }

  @Test
  void theShuttlePlaysOnFasterStopsAndPlaysBack(FxRobot robot) throws Exception {
    robot.interact(() -> model.player().speedProperty().set(100));
    press(robot, KeyCode.L);
    press(robot, KeyCode.L);
    assertThat(model.player().speedProperty().get()).isEqualTo(200);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> row() > 140);
    press(robot, KeyCode.K);
    int stopped = row();
    assertStandsAt(robot, stopped);
    press(robot, KeyCode.J);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> row() < stopped - 20);
    press(robot, KeyCode.K);
    assertStandsAt(robot, row());
  }

  @Test
  void draggingOverTheChartsMovesThePlayhead(FxRobot robot) {
    Node charts = robot.lookup("#charts").query();
    Bounds bounds = charts.localToScreen(charts.getBoundsInLocal());
    double y = bounds.getMinY() + bounds.getHeight() / 3;
    robot.moveTo(bounds.getMinX() + 200, y).press(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    int left = row();
    robot.moveTo(bounds.getMinX() + 400, y).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(left).isLessThan(row());
    assertStandsAt(robot, row());
  }

  @Test
  void fromEventToEventOnlyEventsAreShown(FxRobot robot) {
    robot.clickOn("#by-event");
    EventTimes events = run.times().events();
    int expected = 100;
    for (int i = 0; i < 4; i++) {
      robot.clickOn("#step");
      expected = events.next(run.run().rows(), expected).orElseThrow();
      assertStandsAt(robot, expected);
    }
    press(robot, KeyCode.LEFT);
    assertStandsAt(robot, events.previous(run.run().rows(), expected).orElseThrow());
    press(robot, KeyCode.E);
    int before = row();
    press(robot, KeyCode.RIGHT);
    assertStandsAt(robot, before + 1);
    press(robot, KeyCode.PAGE_DOWN);
    assertStandsAt(robot, before + 11);
  }

  @Test
  void playingFromEventToEventGoesThroughTheRun(FxRobot robot) throws Exception {
    press(robot, KeyCode.E);
    robot.interact(() -> model.player().speedProperty().set(50));
    robot.clickOn("#play");
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> row() > 200);
    robot.clickOn("#play");
    int stands = row();
    assertThat(run.times().events().previous(run.run().rows(), stands + 1)).contains(stands);
  }

  @Test
  void aSecondRunIsChosenAndItsFirstDifferenceShown(FxRobot robot) {
    robot.interact(
        () -> {
          models.whatIf().parameters().getFirst().sliderProperty().set(12);
          models.whatIf().keep();
          models.whatIf().reset();
        });
    press(robot, KeyCode.C);
    ComboBox<?> runs = robot.lookup("#compare-run").queryAs(ComboBox.class);
    robot.clickOn(runs).push(KeyCode.DOWN).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    Comparison comparison = models.compare().comparisonProperty().get().orElseThrow();
    assertThat(text(robot, "#compare-first"))
        .contains("They part at decision ", "Here: ", "There: ");
    assertThat(text(robot, "#compare-total"))
        .isEqualTo(NumberText.signed(comparison.gap().total(), 2));
    assertThat(text(robot, "#compare-here")).startsWith("There, at the playhead: ");
    robot.clickOn("#compare-go");
    assertThat(run.run().rows().time(row()))
        .isEqualTo(comparison.divergence().orElseThrow().millis());
    robot.clickOn("#compare-end");
    assertThat(models.compare().comparisonProperty().get()).isEmpty();
    assertThat(text(robot, "#compare-first")).startsWith("Choose a run");
  }
}
