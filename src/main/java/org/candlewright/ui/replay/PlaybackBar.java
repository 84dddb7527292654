package org.candlewright.ui.replay;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.candlewright.ui.chart.NumberText;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons and speed of playback, jumps between trades, and where it stops by itself. */
final class PlaybackBar extends HBox {
  private static final double DECADES = 4;

  private final ReplayViewModel model;

  PlaybackBar(ReplayViewModel model) {
    this.model = model;
    getStyleClass().addAll("toolbar", "playback");
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            Buttons.icon("first", "fth-skip-back", "First bar", "Home", model::home),
            Buttons.icon("back", "fth-rewind", "Play back", "J", () -> model.shuttle(-1)),
            Buttons.icon("step-back", "fth-chevron-left", "One bar back", "←", () -> step(-1)),
            playButton(),
            Buttons.icon("step", "fth-chevron-right", "One bar on", "→", () -> step(1)),
            Buttons.icon(
                "forward", "fth-fast-forward", "Play, again: faster", "L", () -> model.shuttle(1)),
            Buttons.icon("last", "fth-skip-forward", "Last bar", "End", model::end),
            key("J K L"),
            gap(),
            soft("Speed"),
            speedSlider(),
            speedLabel(),
            gap(),
            jump("previous-trade", "fth-chevron-left", "Shift+←", true, model::previousTrade),
            soft("Trade"),
            jump("next-trade", "fth-chevron-right", "Shift+→", false, model::nextTrade),
            gap(),
            breakpoints(),
            space,
            position());
  }

  private void step(int bars) {
    model.pause();
    model.step(bars);
  }

  private static Region gap() {
    Region gap = new Region();
    gap.setMinWidth(4);
    return gap;
  }

  private static Label key(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("key");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label soft(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("soft");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Button playButton() {
    Button button = Buttons.icon("play", "fth-play", "Play or pause", "Space", model::togglePlay);
    FontIcon icon = (FontIcon) button.getGraphic();
    model
        .directionProperty()
        .addListener(
            (property, before, now) -> {
              boolean playing = now.intValue() != 0;
              icon.setIconLiteral(playing ? "fth-pause" : "fth-play");
              button.getStyleClass().remove("primary");
              if (playing) {
                button.getStyleClass().add("primary");
              }
            });
    return button;
  }

  private Button jump(String id, String icon, String key, boolean back, Runnable action) {
    Button button = Buttons.icon(id, icon, back ? "Previous trade" : "Next trade", key, action);
    if (!back) {
      button
          .disableProperty()
          .bind(Bindings.createBooleanBinding(() -> !model.seesAhead(), model.modeProperty()));
    }
    return button;
  }

  private Slider speedSlider() {
    Slider slider = new Slider(0, DECADES, Math.log10(model.speedProperty().get()));
    slider.setId("speed");
    slider.setPrefWidth(120);
    slider.setMinWidth(80);
    slider.setFocusTraversable(false);
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              double speed = Math.pow(10, now.doubleValue());
              if (Math.abs(model.speedProperty().get() / speed - 1) > 1e-9) {
                model.speedProperty().set(speed);
              }
            });
    model
        .speedProperty()
        .addListener((property, before, now) -> slider.setValue(Math.log10(now.doubleValue())));
    return slider;
  }

  private Label speedLabel() {
    Label label = new Label();
    label.getStyleClass().add("number");
    label.setMinWidth(56);
    label.setTooltip(new Tooltip("1× is one bar a second"));
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> NumberText.plain(model.speedProperty().get(), 0) + "×",
                model.speedProperty()));
    return label;
  }

  private MenuButton breakpoints() {
    CheckMenuItem order = new CheckMenuItem("an order or a refusal");
    CheckMenuItem drawdown = new CheckMenuItem("a drawdown of 5 %");
    order.setOnAction(event -> model.toggleBreakOnOrder());
    drawdown.setOnAction(event -> model.toggleBreakOnDrawdown());
    MenuButton menu = new MenuButton("", null, order, drawdown);
    menu.setId("breakpoints");
    menu.setFocusTraversable(false);
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setTooltip(new Tooltip("Where playback stops by itself   B"));
    Runnable update =
        () -> {
          Breakpoints now = model.breakpointsProperty().get();
          order.setSelected(now.onOrder());
          drawdown.setSelected(now.onDrawdown());
          menu.setText("Stop on: " + words(now));
        };
    model.breakpointsProperty().addListener((property, before, now) -> update.run());
    update.run();
    return menu;
  }

  private static String words(Breakpoints now) {
    String order = now.onOrder() ? "order" : "";
    String drawdown = now.onDrawdown() ? "drawdown " + Math.round(now.drawdown() * 100) + " %" : "";
    String both = order + (order.isEmpty() || drawdown.isEmpty() ? "" : ", ") + drawdown;
    return both.isEmpty() ? "nothing" : both;
  }

  private Label position() {
    Label label = new Label();
    label.setId("position");
    label.getStyleClass().addAll("number", "small", "soft");
    label.setMinWidth(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .runProperty()
                        .get()
                        .map(
                            run ->
                                "Bar "
                                    + NumberText.plain(model.rowProperty().get() + 1, 0)
                                    + " of "
                                    + NumberText.plain(run.rows(), 0))
                        .orElse(""),
                model.rowProperty(),
                model.runProperty()));
    return label;
  }
}
