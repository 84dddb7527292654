package org.candlewright.ui.replay;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.candlewright.ui.chart.NumberText;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons and speed of playback, jumps between trades, and where it stops by itself. */
final class PlaybackBar extends HBox {
  private static final double DECADES = 4;
  private static final int LONGEST_LIST = 24;

  /** Below this width keys and words that say nothing new give way. */
  private static final double WIDE = 1_120;

  /** Below this width even shorter words must do. */
  private static final double NARROW = 1_000;

  private final ReplayViewModel model;
  private final Button bookmark;

  PlaybackBar(
      ReplayViewModel model,
      BreakpointsViewModel breakpoints,
      BookmarksViewModel bookmarks,
      Runnable tools) {
    this.model = model;
    getStyleClass().addAll("toolbar", "playback");
    setAlignment(Pos.CENTER_LEFT);
    bookmark = bookmarks(bookmarks);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            Buttons.icon("first", "fth-skip-back", "First bar", "Home", model::home),
            Buttons.icon("back", "fth-rewind", "Play back", "J", () -> model.player().shuttle(-1)),
            Buttons.icon("step-back", "fth-chevron-left", "One bar back", "←", () -> step(-1)),
            playButton(),
            Buttons.icon("step", "fth-chevron-right", "One bar on", "→", () -> step(1)),
            Buttons.icon(
                "forward",
                "fth-fast-forward",
                "Play, again: faster",
                "L",
                () -> model.player().shuttle(1)),
            Buttons.icon("last", "fth-skip-forward", "Last bar", "End", model::end),
            from(WIDE, key("J K L")),
            gap(),
            from(NARROW, soft("Speed")),
            speedSlider(),
            speedLabel(),
            gap(),
            jump("previous-trade", "fth-chevron-left", "Shift+←", true, model::previousTrade),
            soft("Trade"),
            jump("next-trade", "fth-chevron-right", "Shift+→", false, model::nextTrade),
            gap(),
            byEvent(),
            loop(),
            bookmark,
            breakpoints(breakpoints),
            Buttons.icon("tools", "fth-sliders", "What if, compare, by hand", "W C T", tools),
            stopped(),
            space,
            position());
  }

  private void step(int towards) {
    model.player().step(towards);
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

  private Label from(double width, Label label) {
    label.visibleProperty().bind(widthProperty().greaterThan(width));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static Label soft(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("soft");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Button playButton() {
    Button button =
        Buttons.icon("play", "fth-play", "Play or pause", "Space", model.player()::toggle);
    FontIcon icon = (FontIcon) button.getGraphic();
    model
        .player()
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
    Slider slider = new Slider(0, DECADES, Math.log10(model.player().speedProperty().get()));
    slider.setId("speed");
    slider.setPrefWidth(120);
    slider.setMinWidth(80);
    slider.setFocusTraversable(false);
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              double speed = Math.pow(10, now.doubleValue());
              if (Math.abs(model.player().speedProperty().get() / speed - 1) > 1e-9) {
                model.player().speedProperty().set(speed);
              }
            });
    model
        .player()
        .speedProperty()
        .addListener((property, before, now) -> slider.setValue(Math.log10(now.doubleValue())));
    return slider;
  }

  private Label speedLabel() {
    Label label = new Label();
    label.getStyleClass().add("number");
    label.setMinWidth(56);
    label.setTooltip(new Tooltip("1× is one bar a second, or one event"));
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> NumberText.plain(model.player().speedProperty().get(), 0) + "×",
                model.player().speedProperty()));
    return label;
  }

  private ToggleButton byEvent() {
    ToggleButton button = new ToggleButton("", new FontIcon("fth-zap"));
    button.setId("by-event");
    button.getStyleClass().add("icon");
    button.setFocusTraversable(false);
    button.setAccessibleText("Play from event to event");
    button.setTooltip(
        new Tooltip("Play and step from event to event: decisions, fills, settlements   E"));
    button.setOnAction(event -> model.player().toggleByEvent());
    button.disableProperty().bind(model.modeProperty().isEqualTo(ReplayMode.BLIND));
    model
        .player()
        .byEventProperty()
        .addListener((property, before, now) -> button.setSelected(now));
    return button;
  }

  private ToggleButton loop() {
    ToggleButton button = new ToggleButton("", new FontIcon("fth-repeat"));
    button.setId("loop");
    button.getStyleClass().add("icon");
    button.setFocusTraversable(false);
    button.setAccessibleText("Repeat the visible range");
    button.setTooltip(new Tooltip("Repeat the visible range   R"));
    button.setOnAction(event -> model.player().toggleLoop(model.visibleProperty().get()));
    model
        .player()
        .loopProperty()
        .addListener((property, before, now) -> button.setSelected(now.isPresent()));
    return button;
  }

  private static Button bookmarks(BookmarksViewModel bookmarks) {
    PopOver popOver = new PopOver();
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    popOver.setTitle("Bookmarks");
    BookmarksPane pane = new BookmarksPane(bookmarks, popOver::hide);
    popOver.setContentNode(pane);
    Button button = Buttons.icon("bookmark", "fth-flag", "Bookmarks", "M", () -> {});
    button.setOnAction(
        event -> {
          popOver.show(button);
          pane.refresh();
        });
    return button;
  }

  /** Opens the field for a bookmark's note. */
  void askForBookmark() {
    bookmark.fire();
  }

  private Button breakpoints(BreakpointsViewModel breakpoints) {
    Button button = new Button();
    button.setId("breakpoints");
    button.setFocusTraversable(false);
    button.setMinWidth(USE_PREF_SIZE);
    Tooltip all = new Tooltip();
    button.setTooltip(all);
    BreakpointsPane pane = new BreakpointsPane(breakpoints);
    PopOver popOver = new PopOver(pane);
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    popOver.setTitle("Breakpoints");
    button.setOnAction(
        event -> {
          pane.refresh();
          popOver.show(button);
        });
    Player player = model.player();
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> stops(player.breakpointsProperty().get()),
                player.breakpointsProperty(),
                widthProperty()));
    all.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    "Playback stops by itself on "
                        + player.breakpointsProperty().get().words()
                        + ". B: on orders",
                player.breakpointsProperty()));
    return button;
  }

  private String stops(Breakpoints breakpoints) {
    if (getWidth() > NARROW) {
      return "Stop on: " + brief(breakpoints);
    }
    return breakpoints.all().isEmpty() ? "Stops" : "Stops: " + breakpoints.all().size();
  }

  private static String brief(Breakpoints breakpoints) {
    String words = breakpoints.words();
    return words.length() > LONGEST_LIST ? breakpoints.all().size() + " things" : words;
  }

  private Label stopped() {
    Label label = new Label();
    label.setId("stopped");
    label.getStyleClass().addAll("small", "soft");
    label.setMinWidth(0);
    label
        .textProperty()
        .bind(
            Bindings.when(model.player().stoppedProperty().isEmpty())
                .then("")
                .otherwise(Bindings.concat("Stopped: ", model.player().stoppedProperty())));
    return label;
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
                                (getWidth() > NARROW ? "Bar " : "")
                                    + NumberText.plain(model.rowProperty().get() + 1, 0)
                                    + " of "
                                    + NumberText.plain(run.rows(), 0))
                        .orElse(""),
                model.rowProperty(),
                model.runProperty(),
                widthProperty()));
    return label;
  }
}
