package org.candlewright.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.ProblemStrip;
import org.candlewright.ui.Shortcut;
import org.candlewright.ui.View;
import org.candlewright.ui.positions.PositionsViewModel;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.kordamp.ikonli.feather.Feather;

/** The window's content: header, tabs, the view chosen, status bar. */
public final class ShellView extends StackPane {
  private static final List<Shortcut> EVERYWHERE =
      List.of(
          new Shortcut("Ctrl+1…", "Switch tab"),
          new Shortcut("Ctrl+K", "Find an action"),
          new Shortcut("Ctrl+Shift+L", "Switch between dark and light"),
          new Shortcut("F1", "Show these keys"));

  private final ShellViewModel model;
  private final PositionsViewModel positions;
  private final List<View> views;
  private final Appearance appearance;
  private final Overlay overlay;
  private final StackPane content = new StackPane();
  private final HBox hint = new HBox();

  /**
   * @param positions of the session on paper, whose account the header shows
   * @param home where everything is kept, for people
   * @param openLog shows the log
   */
  public ShellView(
      ShellViewModel model,
      PositionsViewModel positions,
      List<View> views,
      Appearance appearance,
      String home,
      Runnable openLog) {
    this.model = model;
    this.positions = positions;
    this.views = List.copyOf(views);
    this.appearance = appearance;
    this.overlay = new Overlay(model);
    getStyleClass().add("shell");
    VBox frame =
        new VBox(
            new Header(model, positions, overlay::showPalette, this::switchBrightness),
            new TabStrip(model, views),
            new ProblemStrip(
                "shell-problem", model.problemProperty(), openLog, model::closeProblem),
            hint,
            content,
            new StatusBar(model, home));
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    getChildren().addAll(frame, overlay);
    model.selectedProperty().addListener((property, before, now) -> showSelected());
    model.hintsClosedProperty().addListener((property, before, now) -> showHint());
    model.simulatedProperty().addListener((property, before, now) -> showHint());
    addActions(openLog);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    showSelected();
  }

  private View selected() {
    return views.stream()
        .filter(view -> view.name().equals(model.selectedProperty().get()))
        .findFirst()
        .orElse(views.getFirst());
  }

  private void showSelected() {
    content.getChildren().setAll(selected().node());
    showHint();
  }

  private void showHint() {
    String text = selected().hint();
    hint.getStyleClass().setAll("hint-strip");
    hint.getChildren()
        .setAll(
            Nodes.label(text, "small", "soft"),
            Nodes.spring(),
            Nodes.iconButton(
                Feather.X, "Close hints", () -> model.hintsClosedProperty().set(true)));
    Nodes.show(
        hint,
        !text.isEmpty() && !model.hintsClosedProperty().get() && model.simulatedProperty().get());
  }

  private void switchBrightness() {
    Theme now = appearance.theme();
    appearance.themeProperty().set(Theme.of(!now.dark(), now.colourBlind()));
  }

  private void switchPalette() {
    Theme now = appearance.theme();
    appearance.themeProperty().set(Theme.of(now.dark(), !now.colourBlind()));
  }

  private void addActions(Runnable openLog) {
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      model.add(
          new Action("Show " + view.title(), "Ctrl+" + (i + 1), () -> model.select(view.name())));
    }
    model.add(new Action("Switch between dark and light", "Ctrl+Shift+L", this::switchBrightness));
    model.add(new Action("Switch the colour-blind palette on or off", "", this::switchPalette));
    model.add(
        new Action("Kill switch: cancel, close everything, lock", "Ctrl+Shift+K", positions::kill));
    model.add(new Action("Unlock after a kill or a breaker", "", positions::reset));
    model.add(new Action("Pause entries", "", positions::pause));
    model.add(new Action("Resume entries", "", positions::resume));
    model.add(new Action("Flatten all positions", "", positions::flatten));
    model.add(new Action("Show the keys of this view", "F1", this::showKeys));
    model.add(new Action("Open the log", "", openLog));
    model.add(new Action("Show hints again", "", () -> model.hintsClosedProperty().set(false)));
  }

  private void showKeys() {
    List<Shortcut> keys = new ArrayList<>(selected().shortcuts());
    keys.addAll(EVERYWHERE);
    overlay.showKeys("Keys of " + selected().title(), keys);
  }

  private void key(KeyEvent event) {
    if (overlay.open()) {
      if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
        overlay.close();
        event.consume();
      }
      return;
    }
    if (event.getCode() == KeyCode.F1 || isQuestionMark(event)) {
      showKeys();
      event.consume();
    } else if (event.isShortcutDown()) {
      shortcut(event);
    }
  }

  private static boolean isQuestionMark(KeyEvent event) {
    return "?".equals(event.getText()) && !(event.getTarget() instanceof TextInputControl);
  }

  private void shortcut(KeyEvent event) {
    int digit = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
    if (event.getCode() == KeyCode.K && event.isShiftDown()) {
      positions.kill();
      event.consume();
    } else if (event.getCode() == KeyCode.K || event.getCode() == KeyCode.P) {
      overlay.showPalette();
      event.consume();
    } else if (event.getCode() == KeyCode.L && event.isShiftDown()) {
      switchBrightness();
      event.consume();
    } else if (digit >= 0 && digit < views.size()) {
      model.select(views.get(digit).name());
      event.consume();
    }
  }

  /** State of all views by name. */
  public Map<String, Map<String, String>> viewStates() {
    Map<String, Map<String, String>> states = new HashMap<>();
    views.forEach(view -> states.put(view.name(), view.state()));
    return states;
  }

  /** Gives the views their state back, those never opened an empty one. */
  public void restore(WindowState state) {
    model.hintsClosedProperty().set(state.hintsClosed());
    model.select(state.tab());
    views.forEach(view -> view.restore(state.views().getOrDefault(view.name(), Map.of())));
  }
}
