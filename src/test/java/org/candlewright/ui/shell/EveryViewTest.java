package org.candlewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.Toolkits;
import org.candlewright.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view in every theme and at both sizes: nothing cut off, nothing outside, no warning. */
class EveryViewTest {
  private static final DemoHome HOME = DemoHome.create();
  private static final List<String> WARNINGS = new CopyOnWriteArrayList<>();
  private static final Logger CSS = Logger.getLogger("javafx.css");
  private static final Handler COLLECTOR = new Collector();

  @BeforeAll
  static void start() {
    CSS.addHandler(COLLECTOR);
    Toolkits.start();
  }

  @AfterAll
  static void stop() {
    CSS.removeHandler(COLLECTOR);
    HOME.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DARK, 1280, 720",
    "LIGHT, 1280, 720",
    "DARK, 1440, 900",
    "LIGHT, 1440, 900",
    "DARK_COLOUR_BLIND, 1440, 900",
    "LIGHT_COLOUR_BLIND, 1440, 900"
  })
  void nothingIsCutOffOrOutsideAndNoRuleIsWrong(Theme theme, int width, int height) {
    WindowState state = WindowState.first().sized(width, height);
    Workstation workstation =
        Toolkits.call(
            () -> {
              Workstation made = new Workstation(HOME.workstation(), state);
              made.appearance().themeProperty().set(theme);
              Stage stage = new Stage();
              stage.setScene(made.scene());
              stage.setWidth(width);
              stage.setHeight(height);
              stage.show();
              made.restore(state);
              return made;
            });
    Toolkits.await(() -> !workstation.busy().get());
    for (String view :
        List.of(
            "positions",
            "explorer",
            "explorer-pairs",
            "explorer-data",
            "builder summary",
            "builder trades",
            "builder metrics",
            "replay")) {
      Toolkits.call(
          () -> {
            show(workstation, view.split(" "));
            return true;
          });
      Toolkits.await(() -> !workstation.busy().get());
      // A snapshot lays everything out.
      List<String> flaws =
          Toolkits.call(
              () -> {
                workstation.scene().snapshot(null);
                return flaws(workstation.scene().getRoot(), width, height);
              });
      assertThat(flaws).as(view + " " + theme + " " + width + "x" + height).isEmpty();
    }
    Toolkits.call(
        () -> {
          workstation.scene().getWindow().hide();
          return true;
        });
    assertThat(WARNINGS).isEmpty();
  }

  private static void show(Workstation workstation, String[] viewAndPart) {
    workstation.select(viewAndPart[0]);
    if (viewAndPart.length > 1) {
      ((ToggleButton) workstation.scene().lookup("#part-" + viewAndPart[1])).fire();
    }
  }

  private static List<String> flaws(Node node, double width, double height) {
    List<String> found = new ArrayList<>();
    if (!node.isVisible()) {
      return found;
    }
    if (node instanceof Labeled label) {
      cut(label).ifPresent(found::add);
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    boolean outside =
        bounds.getMinX() < -1
            || bounds.getMinY() < -1
            || bounds.getMaxX() > width + 1
            || bounds.getMaxY() > height + 1;
    // Handles between a table's columns are not seen; the last one reaches over the edge.
    boolean unseen = node instanceof Rectangle area && Color.TRANSPARENT.equals(area.getFill());
    if (outside && !unseen && node.getClip() == null) {
      found.add("outside: " + node + " " + bounds);
    }
    // What scrolls may be larger than its window.
    boolean scrolls = node instanceof ScrollPane || node instanceof VirtualFlow<?>;
    if (node instanceof Parent parent && !scrolls) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(flaws(child, width, height)));
    } else if (node instanceof VirtualFlow<?> flow) {
      found.addAll(cutCells(flow));
    } else if (node instanceof ScrollPane scroll && scroll.getContent() instanceof Parent content) {
      found.addAll(cutIn(content));
    }
    return found;
  }

  private static List<String> cutCells(VirtualFlow<?> flow) {
    return cutIn(flow);
  }

  private static List<String> cutIn(Parent parent) {
    List<String> found = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible()) {
        if (child instanceof Labeled label) {
          cut(label).ifPresent(found::add);
        }
        if (child instanceof Parent inner) {
          found.addAll(cutIn(inner));
        }
      }
    }
    return found;
  }

  private static java.util.Optional<String> cut(Labeled label) {
    if (label.getText() == null || label.getText().isEmpty()) {
      return java.util.Optional.empty();
    }
    for (Node child : label.getChildrenUnmodifiable()) {
      if (child instanceof Text text
          && text.getStyleClass().contains("text")
          && !text.getText().replace("\n", "").equals(label.getText().replace("\n", ""))) {
        return java.util.Optional.of(
            "cut: '" + label.getText() + "' to '" + text.getText() + "' in " + label);
      }
    }
    return java.util.Optional.empty();
  }

  private static final class Collector extends Handler {
    @Override
    public void publish(LogRecord record) {
      WARNINGS.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
