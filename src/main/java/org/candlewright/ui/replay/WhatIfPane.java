package org.candlewright.ui.replay;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;

/** Sliders for the run's parameters, and what the whole run would have become. */
final class WhatIfPane extends HBox {
  private static final double SLIDER = 150;
  private static final double HEAD = 148;
  private static final double THUMB = 12;
  private static final double NANOS_A_MILLI = 1e6;

  private final ReplayViewModel playhead;
  private final WhatIfViewModel model;
  private final FlowPane sliders = new FlowPane(20, 8);
  private final Label took = Nodes.paragraph("", "small", "soft");
  private final Label there = Nodes.paragraph("", "small", "soft");
  private final WhatIfTable table = new WhatIfTable();

  WhatIfPane(ReplayViewModel playhead, WhatIfViewModel model) {
    super(16);
    this.playhead = playhead;
    this.model = model;
    setId("what-if");
    took.setId("what-if-words");
    there.setId("what-if-here");
    getStyleClass().add("drawer");
    ScrollPane scroll = new ScrollPane(sliders);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(SLIDER + 20);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll, right());
    model.parameters().addListener((ListChangeListener<WhatIfParameter>) change -> fill());
    model.resultProperty().addListener((property, before, now) -> show());
    model.problemProperty().addListener((property, before, now) -> show());
    model.toldProperty().addListener((property, before, now) -> show());
    playhead.runProperty().addListener((property, before, now) -> show());
    playhead.modeProperty().addListener((property, before, now) -> show());
    fill();
    show();
  }

  private VBox head() {
    Button keep = Nodes.button("Keep as new run", model::keep);
    keep.setId("what-if-keep");
    keep.setFocusTraversable(false);
    keep.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.resultProperty().get().isEmpty(), model.resultProperty()));
    keep.setTooltip(new Tooltip("Stores the run under these values, to open or to compare"));
    Button reset = Nodes.button("Reset", model::reset, "quiet");
    reset.setId("what-if-reset");
    reset.setFocusTraversable(false);
    VBox head = new VBox(4, took, Nodes.row(4, keep, reset));
    head.setMinWidth(HEAD + 60);
    head.setPrefWidth(HEAD + 60);
    return head;
  }

  private VBox right() {
    VBox right = new VBox(2, table, there);
    right.setMinWidth(WhatIfTable.WIDTH);
    right.setPrefWidth(WhatIfTable.WIDTH);
    return right;
  }

  private void fill() {
    sliders.getChildren().setAll(model.parameters().stream().map(WhatIfPane::slider).toList());
  }

  private static Region slider(WhatIfParameter parameter) {
    Label name = new Label(parameter.label());
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(parameter.help()));
    Label value = Nodes.label(parameter.words(), "number", "small");
    value.setId("what-if-value-" + parameter.name());
    Slider slider = new Slider(parameter.low(), parameter.high(), parameter.sliderProperty().get());
    slider.setId("what-if-" + parameter.name());
    slider.setFocusTraversable(false);
    slider.setPrefWidth(SLIDER);
    slider.setAccessibleText(parameter.label());
    slider.valueProperty().bindBidirectional(parameter.sliderProperty());
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              value.setText(parameter.words());
              boolean styled = slider.getStyleClass().contains("changed");
              if (parameter.changed() && !styled) {
                slider.getStyleClass().add("changed");
              } else if (!parameter.changed() && styled) {
                slider.getStyleClass().remove("changed");
              }
            });
    double share =
        (parameter.original().doubleValue() - parameter.low())
            / Math.max(1e-12, parameter.high() - parameter.low());
    Region tick = new Region();
    tick.getStyleClass().add("original");
    tick.setMouseTransparent(true);
    StackPane.setAlignment(tick, Pos.CENTER_LEFT);
    tick.setTranslateX(THUMB / 2 + share * (SLIDER - THUMB));
    VBox box =
        new VBox(
            2,
            Nodes.row(4, name, Nodes.spring(), value),
            new StackPane(tick, slider),
            Nodes.label(parameter.range(), "small", "faint"));
    box.setPrefWidth(SLIDER);
    box.setMaxWidth(SLIDER);
    return box;
  }

  private void show() {
    Optional<WhatIf> result = model.resultProperty().get();
    Optional<LoadedRun> run = playhead.runProperty().get();
    String problem = model.problemProperty().get();
    String told = model.toldProperty().get();
    took.getStyleClass().remove("warning");
    if (!problem.isEmpty()) {
      took.getStyleClass().add("warning");
    }
    took.setText(
        !problem.isEmpty()
            ? "! " + problem
            : !told.isEmpty() ? told : result.map(WhatIfPane::took).orElseGet(this::howTo));
    run.ifPresentOrElse(each -> table.show(each, result), table::clear);
    there.setText(
        result
            .map(
                each ->
                    "Here instead: "
                        + new DecisionWords(
                                new Shown(
                                    each.run(), each.moment(), playhead.instrumentProperty().get()))
                            .title())
            .orElse(""));
  }

  private static String took(WhatIf made) {
    return "Whole run simulated again in "
        + Math.max(1, Math.round(made.nanos() / NANOS_A_MILLI))
        + " ms";
  }

  private String howTo() {
    if (!playhead.seesAhead()) {
      return "Off in Blind: it would tell what lies ahead";
    }
    return model.parameters().isEmpty()
        ? "This strategy has no parameters to move"
        : "Move a slider: the whole run is made again while it moves";
  }
}
