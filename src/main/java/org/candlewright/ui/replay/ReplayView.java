package org.candlewright.ui.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Shortcut;
import org.candlewright.ui.View;
import org.candlewright.ui.theme.Tokens;

/** Replay: charts under one playhead, playback, timeline, and the decision inspector. */
public final class ReplayView implements View {
  private static final double INSPECTOR = 376;
  private static final double INSPECTOR_NARROW = 320;
  private static final double NARROW = 1_360;
  private static final double TIMELINE = 162;
  private static final double TIMELINE_LOW = 128;
  private static final double LOW = 760;

  /** Height from which on the charts can spare the drawer's. */
  private static final double ROOMY = 740;

  private final ReplayViewModel model;
  private final BorderPane root = new BorderPane();
  private final InspectorView inspector;
  private final TimelineView timeline;
  private final AnimationTimer clock = new FrameClock();
  private final Drawer drawer = new Drawer();
  private final ObjectProperty<Optional<Beside>> beside =
      new SimpleObjectProperty<>(Optional.empty());

  public ReplayView(ReplayModels models, ReadOnlyObjectProperty<Tokens> tokens) {
    this.model = models.playhead();
    this.inspector = new InspectorView(model, tokens);
    models.whatIf().resultProperty().addListener((property, before, now) -> besideNow(models));
    models.compare().comparisonProperty().addListener((property, before, now) -> besideNow(models));
    model.modeProperty().addListener((property, before, now) -> besideNow(models));
    this.timeline = new TimelineView(model, models.bookmarks(), beside, tokens);
    ChartStack charts = new ChartStack(model, beside, tokens);
    drawer.add(Drawer.Tool.WHAT_IF, new WhatIfPane(model, models.whatIf()));
    drawer.add(Drawer.Tool.COMPARE, new ComparePane(model, models.compare()));
    drawer.add(
        Drawer.Tool.BY_HAND, new ByHandPane(model, models.byHand(), run -> compare(models, run)));
    ReplayToolbar toolbar = new ReplayToolbar(model, new ExportMenu(models.export(), charts, root));
    charts.setId("charts");
    PlaybackBar playback =
        new PlaybackBar(
            model,
            models.breakpoints(),
            models.bookmarks(),
            () -> drawer.toggle(drawer.shown().orElse(Drawer.Tool.WHAT_IF)));
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox left = new VBox(toolbar, problemStrip(), charts, playback, timeline, drawer);
    left.getStyleClass().add("panel");
    Region line = new Region();
    line.getStyleClass().add("replay-divider");
    line.setMinWidth(1);
    line.setMaxWidth(1);
    HBox right = new HBox(line, inspector);
    HBox.setHgrow(inspector, Priority.ALWAYS);
    StackPane stack = new StackPane(left, empty());
    root.setCenter(stack);
    root.setRight(right);
    root.getStyleClass().addAll("replay", "panel");
    root.setFocusTraversable(true);
    root.widthProperty().addListener((property, before, now) -> fit(right));
    root.heightProperty().addListener((property, before, now) -> fit(right));
    fit(right);
    ReplayKeys keys =
        new ReplayKeys(model, toolbar::askForDate, playback::askForBookmark, drawer::toggle);
    root.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
    root.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
    charts.setOnMouseClicked(event -> root.requestFocus());
    model.momentProperty().addListener((property, before, now) -> inspect());
    model.instrumentProperty().addListener((property, before, now) -> inspect());
    model.modeProperty().addListener((property, before, now) -> inspect());
    model
        .player()
        .directionProperty()
        .addListener((property, before, now) -> runClock(now.intValue() != 0));
    root.sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                root.requestFocus();
              }
            });
    inspect();
  }

  private void compare(ReplayModels models, String runId) {
    models.compare().with(runId);
    drawer.open(Drawer.Tool.COMPARE);
  }

  /** A what-if is drawn in front of a comparison; in Blind neither is. */
  private void besideNow(ReplayModels models) {
    Optional<Beside> now =
        models
            .whatIf()
            .resultProperty()
            .get()
            .map(WhatIf::beside)
            .or(() -> models.compare().comparisonProperty().get().map(Comparison::beside));
    beside.set(now.filter(each -> model.seesAhead()));
  }

  private void runClock(boolean running) {
    if (running) {
      clock.start();
    } else {
      clock.stop();
    }
  }

  /** Tells the model how long each frame took. */
  private final class FrameClock extends AnimationTimer {
    private static final double NANOS = 1e9;
    private long last;

    @Override
    public void start() {
      last = 0;
      super.start();
    }

    @Override
    public void handle(long nanos) {
      if (last != 0) {
        model.player().advance((nanos - last) / NANOS);
      }
      last = nanos;
    }
  }

  private void fit(HBox right) {
    double width = root.getWidth() < NARROW ? INSPECTOR_NARROW : INSPECTOR;
    right.setMinWidth(width);
    right.setPrefWidth(width);
    right.setMaxWidth(width);
    double height = root.getHeight() < LOW - 100 ? TIMELINE_LOW : TIMELINE;
    timeline.setMinHeight(height);
    timeline.setPrefHeight(height);
    timeline.setMaxHeight(height);
    // Where there is room for it, the drawer is open until somebody closes it.
    drawer.suggest(root.getHeight() > ROOMY);
  }

  private void inspect() {
    inspector.show(
        model
            .runProperty()
            .get()
            .flatMap(
                run ->
                    model
                        .momentProperty()
                        .get()
                        .map(
                            moment ->
                                Inspector.of(
                                    new Shown(run, moment, model.instrumentProperty().get()),
                                    model.seesAhead()))));
  }

  private HBox problemStrip() {
    Label words = new Label();
    words.setId("problem");
    words.setWrapText(true);
    words.textProperty().bind(model.opener().problemProperty());
    HBox strip = new HBox(words);
    strip.getStyleClass().add("error-strip");
    strip.visibleProperty().bind(model.opener().problemProperty().isNotEmpty());
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }

  /** Over the empty charts: what would be here, or how far its loading is. */
  private VBox empty() {
    Label words = new Label();
    words.setId("empty");
    words.getStyleClass().add("soft");
    ProgressBar progress = new ProgressBar();
    progress.setMaxWidth(240);
    progress.progressProperty().bind(model.opener().progressProperty());
    progress.visibleProperty().bind(model.opener().busyProperty());
    progress.managedProperty().bind(model.opener().busyProperty());
    Button refresh = new Button("Look for stored runs");
    refresh.setOnAction(event -> model.refresh());
    refresh.visibleProperty().bind(model.opener().busyProperty().not());
    refresh.managedProperty().bind(refresh.visibleProperty());
    VBox box = new VBox(12, words, progress, refresh);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("panel");
    Runnable update =
        () -> {
          boolean none = model.runProperty().get().isEmpty();
          box.setVisible(none);
          words.setText(
              model.opener().busyProperty().get()
                  ? "Opening the run: it is run once more, with every bar kept."
                  : "A run made in the Builder is scrubbed here, bar by bar, with the reasons of"
                      + " every decision.");
        };
    model.runProperty().addListener((property, before, now) -> update.run());
    model.opener().busyProperty().addListener((property, before, now) -> update.run());
    update.run();
    return box;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String title() {
    return "Replay";
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public String hint() {
    return "Drag the playhead in the timeline, or press Space. The right side says why the strategy"
        + " acted at that bar, or why not.";
  }

  @Override
  public List<Shortcut> shortcuts() {
    return ReplayKeys.ALL;
  }

  @Override
  public ReadOnlyBooleanProperty busyProperty() {
    return model.waitingProperty();
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new HashMap<>();
    model
        .runProperty()
        .get()
        .ifPresent(
            run -> {
              state.put("run", run.summary().id());
              state.put(
                  "time",
                  Long.toString(run.run().rows().time(Math.max(0, model.rowProperty().get()))));
            });
    state.put("logarithmic", Boolean.toString(model.logarithmicProperty().get()));
    state.put("mode", model.modeProperty().get().name());
    state.put("speed", Double.toString(model.player().speedProperty().get()));
    return state;
  }

  @Override
  public void restore(Map<String, String> state) {
    Optional.ofNullable(state.get("mode"))
        .flatMap(
            name ->
                java.util.Arrays.stream(ReplayMode.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst())
        .ifPresent(model.modeProperty()::set);
    number(state, "speed").ifPresent(model.player().speedProperty()::set);
    model.logarithmicProperty().set(Boolean.parseBoolean(state.get("logarithmic")));
    Optional<Long> time = number(state, "time").map(Double::longValue);
    Optional.ofNullable(state.get("run"))
        .ifPresent(
            run -> {
              if (time.isPresent()) {
                model.open(run, time.get());
              } else {
                model.open(run);
              }
            });
    model.refresh();
  }

  private static Optional<Double> number(Map<String, String> state, String key) {
    try {
      return Optional.ofNullable(state.get(key)).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
