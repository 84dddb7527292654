package org.candlewright.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.candlewright.export.RunReport;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.Toolkits;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.candlewright.ui.work.BackgroundWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Builder driven as a person would: with mouse and keyboard, on the headless platform. */
class BuilderByHandTest {
  private static final DemoHome HOME = DemoHome.create();
  private static final List<String> OPENED = new CopyOnWriteArrayList<>();
  private static final FxRobot ROBOT = new FxRobot();

  @BeforeAll
  static void open() {
    Toolkits.start();
    BackgroundWork work = HOME.work(UiThread.ofToolkit());
    Stage stage =
        Toolkits.call(
            () -> {
              BuilderViewModel model =
                  new BuilderViewModel(
                      HOME.builder(work),
                      (run, time, instrument) ->
                          OPENED.add(run + "@" + time + " " + instrument.orElse("")));
              Appearance appearance = new Appearance(Theme.DARK);
              BuilderView view = new BuilderView(model, appearance, new NoFiles());
              Scene scene = new Scene(view.node(), 1_280, 720);
              appearance.follow(scene);
              Stage shown = new Stage();
              shown.setScene(scene);
              shown.show();
              model.open(Optional.empty());
              return shown;
            });
    ROBOT.targetWindow(stage);
    Toolkits.await(() -> !work.busyProperty().get() && node("#instrument-results").isVisible());
  }

  @AfterAll
  static void close() {
    Toolkits.call(
        () -> {
          ROBOT.targetWindow().hide();
          return true;
        });
    HOME.close();
  }

  private static Node node(String selector) {
    return ROBOT.lookup(selector).query();
  }

  private static String text(String selector) {
    return Toolkits.call(() -> ((Label) node(selector)).getText());
  }

  private static void type(String selector, String text) {
    ROBOT.clickOn(selector).push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  @Test
  void aWrongNumberIsToldUnderItsFieldAndRunWaits() {
    type("#parameter-fast", "900");
    Toolkits.await(() -> node("#problem-fast").isVisible());
    assertThat(text("#problem-fast")).contains("1 to 400");
    assertThat(node("#run").isDisabled()).isTrue();
    type("#parameter-fast", "9");
    Toolkits.await(() -> !node("#problem-fast").isVisible() && !node("#run").isDisabled());
  }

  @Test
  void aChangedParameterGivesAnotherRun() {
    String before = text("#net");
    type("#parameter-filter", "80");
    ROBOT.clickOn("#run");
    Toolkits.await(() -> !((Label) node("#net")).getText().equals(before));
    assertThat(text("#sentence")).contains("of 12 pairs profitable after costs");
  }

  @Test
  @SuppressWarnings("unchecked")
  void sortingTheTableLeavesTheSumLast() {
    TableView<InstrumentLine> table = (TableView<InstrumentLine>) node("#instrument-results");
    ROBOT.clickOn("#part-summary");
    Toolkits.clickHead(ROBOT.from(table).lookup("#won_percent").query());
    Toolkits.await(
        () ->
            table.getSortOrder().stream().anyMatch(column -> "won_percent".equals(column.getId())));
    List<InstrumentLine> lines = Toolkits.call(() -> List.copyOf(table.getItems()));
    assertThat(lines.getLast().total()).isTrue();
    assertThat(lines.subList(0, lines.size() - 1))
        .extracting(line -> line.figures().winRate().number().orElseThrow())
        .isSorted();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aDoubleClickOnATradeOpensReplayThere() {
    OPENED.clear();
    ROBOT.clickOn("#part-trades");
    TableView<RunReport.TradeRow> trades = (TableView<RunReport.TradeRow>) node("#trade-list");
    Toolkits.await(trades::isVisible);
    RunReport.TradeRow first = Toolkits.call(() -> trades.getItems().getFirst());
    ROBOT.doubleClickOn(ROBOT.from(trades).lookup(".table-row-cell").<Node>query());
    ROBOT.clickOn("#part-summary");
    assertThat(OPENED).hasSize(1);
    assertThat(OPENED.getFirst()).endsWith("@" + first.entryMillis() + " " + first.symbol());
  }

  /** No test here writes a file or reads the log. */
  private static final class NoFiles implements SaveTable {
    @Override
    public void save(String name, java.util.function.Supplier<byte[]> content) {
      throw new AssertionError("nothing was to be saved");
    }

    @Override
    public void openLog() {
      throw new AssertionError("the log was not to be opened");
    }
  }
}
