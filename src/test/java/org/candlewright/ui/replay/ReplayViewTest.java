package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Replay as a person uses it: mouse on the timeline, keys, and what then stands on screen. */
@ExtendWith(ApplicationExtension.class)
class ReplayViewTest {
  private final LoadedRun run = Replays.run(2, false);
  private final Map<String, byte[]> files = new HashMap<>();
  private final ReplayModels models = Replays.models(files);
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

  private static String inspector(FxRobot robot) {
    return (String)
        robot.lookup("#inspector").query().queryAccessibleAttribute(AccessibleAttribute.TEXT);
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void draggingThePlayheadScrubsTheRun(FxRobot robot) {
    Node timeline = robot.lookup("#timeline").query();
    Bounds bounds = timeline.localToScreen(timeline.getBoundsInLocal());
    double y = bounds.getMinY() + bounds.getHeight() * 0.75;
    double left = bounds.getMinX() + TimelineView.LEFT;
    double width = bounds.getWidth() - TimelineView.LEFT - 12;
    robot.moveTo(left + width * 0.25, y).press(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    int quarter = row();
    robot.moveTo(left + width * 0.75, y).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    int rows = run.rows();
    assertThat(quarter).isBetween(rows / 5, rows * 3 / 10);
    assertThat(row()).isBetween(rows * 7 / 10, rows * 4 / 5);
    assertThat(robot.lookup("#position").queryAs(Label.class).getText())
        .isEqualTo(
            org.candlewright.ui.chart.NumberText.plain(row() + 1, 0)
                + " of "
                + org.candlewright.ui.chart.NumberText.plain(rows, 0));
  }

  @Test
  void arrowsStepAndJumpBetweenTradesAndDecisions(FxRobot robot) {
    press(robot, KeyCode.RIGHT);
    assertThat(row()).isEqualTo(101);
    press(robot, KeyCode.LEFT);
    assertThat(row()).isEqualTo(100);
    press(robot, KeyCode.CONTROL, KeyCode.RIGHT);
    assertThat(row()).isEqualTo(run.nextDecision(100).orElseThrow());
    assertThat(inspector(robot)).contains("Decision ", "Mid at decision");
    int decision = row();
    press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(row()).isEqualTo(run.nextTrade(decision).orElseThrow());
    press(robot, KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(row()).isEqualTo(run.previousTrade(run.nextTrade(decision).orElseThrow()).get());
    press(robot, KeyCode.HOME);
    assertThat(row()).isZero();
    press(robot, KeyCode.END);
    assertThat(row()).isEqualTo(run.rows() - 1);
    press(robot, KeyCode.DIGIT5);
    assertThat(row()).isEqualTo(run.rows() / 2);
  }

  @Test
  void spacePlaysAndPauses(FxRobot robot) throws Exception {
    robot.interact(() -> model.player().speedProperty().set(500));
    press(robot, KeyCode.SPACE);
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> row() > 150);
    press(robot, KeyCode.SPACE);
    int stopped = row();
    assertThat(model.player().directionProperty().get()).isZero();
    press(robot, KeyCode.RIGHT);
    assertThat(row()).isEqualTo(stopped + 1);
  }

  @Test
  void breakpointOnOrdersStopsPlayback(FxRobot robot) throws Exception {
    robot.interact(() -> model.player().speedProperty().set(2_000));
    press(robot, KeyCode.B);
    press(robot, KeyCode.L);
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> model.player().directionProperty().get() == 0);
    assertThat(row()).isEqualTo(run.times().orders().next(run.run().rows(), 100).orElseThrow());
    assertThat(robot.lookup("#stopped").queryAs(Label.class).getText()).isEqualTo("Stopped: order");
  }

  @Test
  void aBreakpointOnEquityIsSetInTheListAndHit(FxRobot robot) throws Exception {
    double now = run.equity().value(100);
    int expected = 101;
    while (run.equity().value(expected) >= now - 1) {
      expected++;
    }
    robot.interact(robot.lookup("#breakpoints").queryAs(Button.class)::fire);
    TextField field = robot.lookup("#break-equity-value").queryAs(TextField.class);
    robot.interact(() -> field.setText(Double.toString(now - 1)));
    robot.interact(robot.lookup("#break-equity").queryAs(CheckBox.class)::fire);
    assertThat(robot.lookup("#breakpoints").queryAs(Button.class).getText()).isEqualTo("Stops: 1");
    robot.interact(() -> model.player().speedProperty().set(2_000));
    robot.interact(robot.lookup("#play").queryAs(Button.class)::fire);
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> model.player().directionProperty().get() == 0);
    assertThat(row()).isEqualTo(expected);
    assertThat(robot.lookup("#stopped").queryAs(Label.class).getText())
        .startsWith("Stopped: equity below");
  }

  @Test
  void theExportMenuWritesWhatIsVisibleUpToThePlayhead(FxRobot robot) {
    robot.interact(() -> model.moveTo(900));
    robot.clickOn("#export").clickOn("#export-trades");
    robot.clickOn("#export").clickOn("#export-chart");
    String trades = new String(content("trades", ".csv"), java.nio.charset.StandardCharsets.UTF_8);
    long from = model.visibleProperty().get().fromMillis();
    long head = run.run().rows().time(900);
    assertThat(trades.lines().count() - 1)
        .isPositive()
        .isEqualTo(
            run.run().trades().stream()
                .map(each -> each.first().exitMillis())
                .filter(time -> time >= from && time < head)
                .count());
    assertThat(content("chart", ".png")).startsWith((byte) 0x89, (byte) 'P', (byte) 'N');
  }

  private byte[] content(String what, String ending) {
    return files.entrySet().stream()
        .filter(each -> each.getKey().contains(what) && each.getKey().endsWith(ending))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void aQuietBarSaysWhyNot(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.RIGHT);
    press(robot, KeyCode.RIGHT);
    press(robot, KeyCode.RIGHT);
    assertThat(inspector(robot)).contains("Why not?", "✗", "short of");
  }

  @Test
  void goToDateTakesADateAndRefusesNonsense(FxRobot robot) {
    press(robot, KeyCode.G);
    robot.write("2021-02-01").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(run.run().rows().time(row())).isLessThanOrEqualTo(1_612_137_600_000L);
    assertThat(run.run().rows().time(row() + 1)).isGreaterThan(1_612_137_600_000L);
    press(robot, KeyCode.G);
    robot.write("soon").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#date").query().getStyleClass()).contains("wrong");
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void movingAWhatIfSliderShowsTheWholeRunUnderThatValue(FxRobot robot) {
    press(robot, KeyCode.W);
    String parameter = models.whatIf().names().getFirst();
    Node slider = robot.lookup("#what-if-" + parameter).query();
    Bounds bounds = slider.localToScreen(slider.getBoundsInLocal());
    robot
        .moveTo(bounds.getMinX() + bounds.getWidth() * 0.25, bounds.getCenterY())
        .press(MouseButton.PRIMARY)
        .moveTo(bounds.getMinX() + bounds.getWidth() * 0.35, bounds.getCenterY())
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    WhatIf shown = models.whatIf().resultProperty().get().orElseThrow();
    assertThat(text(robot, "#what-if-value-" + parameter)).contains(" → ");
    assertThat(text(robot, "#what-if-trades"))
        .isEqualTo(Integer.toString(shown.simulation().trades().size()));
    assertThat(text(robot, "#what-if-changes")).contains(" kept, ", " lost, ", " new");
    assertThat(text(robot, "#what-if-here")).startsWith("Here instead: ");
    robot.clickOn("#what-if-reset");
    assertThat(text(robot, "#what-if-changes")).isEmpty();
  }

  @Test
  void tradingFromHereFillsWhatIsOrderedAndGoesBack(FxRobot robot) {
    press(robot, KeyCode.T);
    robot.clickOn("#hand-start");
    robot.clickOn("#hand-close");
    // The exchange fills a share of each bar's volume: leaving and entering take some bars.
    goOn(robot, "No order");
    robot.clickOn("#hand-long");
    goOn(robot, "Hold long");
    assertThat(text(robot, "#hand-account")).contains("Hold long", "Against the run");
    assertThat(inspector(robot)).contains("by hand long");
    robot.clickOn("#hand-leave");
    assertThat(model.runProperty().get()).contains(run);
  }

  private static void goOn(FxRobot robot, String until) {
    for (int i = 0; i < 30 && !text(robot, "#hand-account").startsWith(until); i++) {
      press(robot, KeyCode.RIGHT);
    }
  }

  @Test
  void aBookmarkIsWrittenAtThePlayhead(FxRobot robot) {
    press(robot, KeyCode.M);
    TextField note = robot.lookup("#bookmark-note").queryAs(TextField.class);
    robot.interact(() -> note.setText("worth a look"));
    robot.interact(robot.lookup("#bookmark-add").queryAs(Button.class)::fire);
    assertThat(models.bookmarks().visible())
        .anyMatch(
            each ->
                each.note().equals("worth a look")
                    && each.timeMillis() == run.run().rows().time(100));
  }
}
