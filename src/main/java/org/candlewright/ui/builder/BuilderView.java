package org.candlewright.ui.builder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.Shortcut;
import org.candlewright.ui.View;
import org.candlewright.ui.theme.Appearance;

/** Builder as its user sees it: strategy, market, result, from left to right. */
public final class BuilderView implements View {
  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private static final double WIDE = 1400;
  private static final double LEFT = 304;
  private static final double MIDDLE = 270;
  private static final double NARROW_LEFT = 272;
  private static final double NARROW_MIDDLE = 262;

  private final BuilderViewModel model;
  private final SplitPane root = new SplitPane();
  private final ResultPane result;
  private boolean placed;

  public BuilderView(BuilderViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    this.result = new ResultPane(model, appearance, save);
    VBox left = new VBox(new StrategyPane(model.strategy()), foot());
    VBox.setVgrow(left.getChildren().getFirst(), Priority.ALWAYS);
    left.setMinWidth(264);
    InstrumentsPane instruments = new InstrumentsPane(model.instruments());
    VBox column = new VBox(instruments, new SetupPane(model), new CostsPane(model));
    VBox.setVgrow(instruments, Priority.ALWAYS);
    column.getStyleClass().add("panel");
    ScrollPane middle = new ScrollPane(column);
    middle.getStyleClass().add("panel");
    middle.setFitToWidth(true);
    middle.setFitToHeight(true);
    middle.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    middle.setMinWidth(262);
    result.setMinWidth(560);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(middle, false);
    root.getItems().addAll(left, middle, result);
    root.getStyleClass().add("builder");
    root.widthProperty().addListener((property, before, now) -> place(now.doubleValue()));
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (RUN.match(event)) {
            model.run();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && model.runningProperty().get()) {
            model.cancel();
            event.consume();
          }
        });
  }

  /** Side panels keep their widths; only the first layout gives them one. */
  private void place(double width) {
    if (!placed && width > 0) {
      placed = true;
      double left = width < WIDE ? NARROW_LEFT : LEFT;
      double middle = width < WIDE ? NARROW_MIDDLE : MIDDLE;
      root.setDividerPositions(left / width, (left + middle) / width);
    }
  }

  private HBox foot() {
    Label status = Nodes.paragraph("", "small", "soft");
    status.setId("status");
    status.textProperty().bind(model.statusProperty());
    status.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(status, Priority.ALWAYS);
    Label mark = Nodes.label("", "small");
    model.readyProperty().addListener((property, before, now) -> mark(mark, now));
    mark(mark, model.readyProperty().get());
    Button run = Nodes.button("Run", this::runOrCancel, "primary");
    run.setId("run");
    run.textProperty().bind(model.runningProperty().map(running -> running ? "Cancel" : "Run"));
    run.disableProperty().bind(model.readyProperty().not().and(model.runningProperty().not()));
    return Nodes.bar("builder-foot", mark, status, run);
  }

  private static void mark(Label mark, boolean ready) {
    mark.setText(ready ? "✓" : "!");
    mark.getStyleClass().removeAll("gain", "warning");
    mark.getStyleClass().add(ready ? "gain" : "warning");
  }

  private void runOrCancel() {
    if (model.runningProperty().get()) {
      model.cancel();
    } else {
      model.run();
    }
  }

  @Override
  public String name() {
    return "builder";
  }

  @Override
  public String title() {
    return "Builder";
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public String hint() {
    return "A finished example on the simulated demo market. Change a number and press Run, or"
        + " double-click a trade to replay it.";
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Ctrl+Enter", "Run the backtest"),
        new Shortcut("Esc", "Cancel the running backtest"),
        new Shortcut("↑ ↓", "Move through a table"),
        new Shortcut("Enter", "Replay the selected trade"));
  }

  @Override
  public ReadOnlyBooleanProperty busyProperty() {
    return model.runningProperty();
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new HashMap<>(model.state());
    double[] dividers = root.getDividerPositions();
    state.put("dividers", dividers[0] + " " + dividers[1]);
    state.put("part", result.part());
    return state;
  }

  @Override
  public void restore(Map<String, String> state) {
    model.open(Optional.ofNullable(state.get("run")));
    result.showPart(state.getOrDefault("part", "summary"));
    String[] dividers = state.getOrDefault("dividers", "").split(" ");
    if (dividers.length == 2) {
      placed = true;
      root.setDividerPositions(Double.parseDouble(dividers[0]), Double.parseDouble(dividers[1]));
    }
  }
}
