package org.candlewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.backtest.RunStore;
import org.candlewright.market.InstrumentId;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.Toolkits;
import org.candlewright.ui.explorer.FundingRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** From a row of Explorer to a run in Builder, by mouse, in the whole window. */
class BacktestThisTest {
  private static final DemoHome HOME = DemoHome.create();
  private static final FxRobot ROBOT = new FxRobot();
  private static Workstation window;

  @BeforeAll
  static void open() {
    Toolkits.start();
    WindowState state = WindowState.first().sized(1_440, 900);
    window =
        Toolkits.call(
            () -> {
              Workstation made = new Workstation(HOME.workstation(), state);
              Stage stage = new Stage();
              stage.setScene(made.scene());
              stage.setWidth(1_440);
              stage.setHeight(900);
              stage.show();
              made.restore(state);
              return made;
            });
    ROBOT.targetWindow(window.scene());
    idle();
  }

  @AfterAll
  static void close() {
    Toolkits.call(
        () -> {
          window.scene().getWindow().hide();
          return true;
        });
    HOME.close();
  }

  private static void idle() {
    Toolkits.await(() -> !window.busy().get());
  }

  private static Node node(String selector) {
    return ROBOT.lookup(selector).query();
  }

  private static String text(String selector) {
    return Toolkits.call(() -> ((Label) node(selector)).getText());
  }

  /** Shows a part of Explorer and selects a row of its table with the mouse. */
  @SuppressWarnings("unchecked")
  private static <R> R row(String part, String tableId, int at) {
    Toolkits.call(
        () -> {
          window.select("explorer");
          return true;
        });
    ROBOT.clickOn("#part-" + part);
    idle();
    TableView<R> table = (TableView<R>) node(tableId);
    Toolkits.await(() -> table.getItems().size() > at);
    ROBOT.clickOn(
        ROBOT.from(table).lookup(".table-row-cell").queryAll().stream()
            .filter(each -> each instanceof javafx.scene.control.TableRow<?> cell)
            .map(each -> (javafx.scene.control.TableRow<?>) each)
            .filter(each -> each.getIndex() == at)
            .findFirst()
            .orElseThrow());
    idle();
    return Toolkits.call(() -> table.getItems().get(at));
  }

  /** Presses a button of Explorer, then Run in Builder, and gives the net profit shown. */
  private static String run(String button) {
    Button pressed = (Button) node(button);
    assertThat(pressed.isDisabled()).isFalse();
    ROBOT.clickOn(pressed);
    idle();
    Button run = (Button) node("#run");
    Toolkits.await(() -> run.isVisible() && !run.isDisabled());
    String before = text("#net");
    ROBOT.clickOn(run);
    idle();
    Toolkits.await(() -> !text("#net").equals(before));
    return text("#sentence");
  }

  @Test
  void aRowOfTheFundingRankingRunsAsACarry() {
    FundingRow row = row("funding", "#funding-table", 1);
    String symbol = text("#funding-name");
    assertThat(row.id()).hasToString("demo:" + symbol);
    assertThat(run("#backtest-this")).startsWith("demo:" + symbol + " ").endsWith("after costs");
    assertThat(template()).isEqualTo("funding-carry-backtest");
    assertThat(latest().instruments()).isEqualTo("demo:" + symbol);
  }

  @Test
  void aRowOfAScreeningRunsAsAPairWithItsDependentLegFirst() {
    PairRow row = row("pairs", "#pair-table", 0);
    InstrumentId dependent = row.dependent().orElseThrow();
    InstrumentId other = dependent.equals(row.first()) ? row.second() : row.first();
    assertThat(run("#backtest-pair"))
        .startsWith(dependent + " with " + other)
        .endsWith("after costs");
    assertThat(template()).isEqualTo("pairs");
    assertThat(latest().instruments()).isEqualTo(dependent + "," + other);
    assertThat(latest().trades()).isPositive();
  }

  private static RunStore.Summary latest() {
    return HOME.store().runs().summaries().getFirst();
  }

  @SuppressWarnings("unchecked")
  private static String template() {
    return Toolkits.call(() -> ((ComboBox<String>) node("#templates")).getValue());
  }
}
