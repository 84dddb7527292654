package org.candlewright.ui.replay;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.replay.Track;
import org.candlewright.ui.chart.TimeText;
import org.controlsfx.control.SegmentedButton;

/** Which run and instrument are shown, how, and where to go. */
final class ReplayToolbar extends HBox {
  /** Below this width the words beside the segments would push the facts out. */
  private static final double WIDE = 1_180;

  /** Below this width it has room for what it cannot do without. */
  private static final double ROOMY = 1_000;

  private final ReplayViewModel model;
  private final ComboBox<RunStore.Summary> runs = new ComboBox<>();
  private final ComboBox<Integer> instruments = new ComboBox<>();
  private final Label facts = new Label();
  private final Label simulated = new Label("! simulated");
  private final TextField date = new TextField();
  private final Button goTo = new Button("Go to date");

  ReplayToolbar(ReplayViewModel model, Node end) {
    this.model = model;
    getStyleClass().add("toolbar");
    setAlignment(Pos.CENTER_LEFT);
    runPicker();
    instrumentPicker();
    facts.getStyleClass().addAll("small", "faint");
    facts.setMinWidth(0);
    HBox.setHgrow(facts, Priority.SOMETIMES);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    simulated.getStyleClass().addAll("chip", "warning");
    simulated.setMinWidth(USE_PREF_SIZE);
    simulated.setTooltip(new Tooltip("Prices of this run are made by the demo market"));
    getChildren().addAll(runs, instruments, facts, simulated, space, modes(), modeWords());
    dateField();
    getChildren().addAll(logarithmic(), end);
    model.runProperty().addListener((property, before, now) -> now.ifPresent(this::describe));
    model.runProperty().get().ifPresent(this::describe);
  }

  private void runPicker() {
    runs.setId("runs");
    runs.setItems(model.opener().runs());
    runs.setPrefWidth(200);
    runs.setMinWidth(120);
    runs.getStyleClass().add("strong");
    runs.setCellFactory(list -> new RunCell());
    runs.setPromptText("Choose a run");
    runs.setFocusTraversable(false);
    runs.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(RunStore.Summary run) {
            return run == null ? "" : name(run);
          }

          @Override
          public RunStore.Summary fromString(String text) {
            return runs.getValue();
          }
        });
    runs.setOnAction(
        event -> {
          RunStore.Summary chosen = runs.getValue();
          boolean shown =
              chosen == null
                  || model
                      .runProperty()
                      .get()
                      .filter(each -> each.summary().id().equals(chosen.id()))
                      .isPresent();
          if (!shown && chosen != null) {
            model.open(chosen.id());
          }
        });
  }

  private static String name(RunStore.Summary run) {
    return run.name().isEmpty() ? run.strategy() : run.name();
  }

  /** A run in the list: name, instruments, period. */
  private static final class RunCell extends ListCell<RunStore.Summary> {
    @Override
    protected void updateItem(RunStore.Summary run, boolean empty) {
      super.updateItem(run, empty);
      setText(
          empty || run == null
              ? ""
              : name(run)
                  + "   "
                  + (run.instruments().length() > 30
                      ? run.instruments().substring(0, 29) + "…"
                      : run.instruments())
                  + "   "
                  + TimeText.day(run.fromMillis())
                  + " to "
                  + TimeText.day(run.toMillis()));
    }
  }

  private void instrumentPicker() {
    instruments.setId("instruments");
    instruments.setMinWidth(USE_PREF_SIZE);
    instruments.getStyleClass().add("number");
    instruments.setFocusTraversable(false);
    instruments.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer index) {
            return index == null
                ? ""
                : model
                    .runProperty()
                    .get()
                    .filter(run -> index < run.run().tracks().size())
                    .map(run -> run.track(index).instrument().id().toString())
                    .orElse("");
          }

          @Override
          public Integer fromString(String text) {
            return instruments.getValue();
          }
        });
    instruments.setOnAction(
        event -> {
          Integer chosen = instruments.getValue();
          if (chosen != null) {
            model.instrumentProperty().set(chosen);
          }
        });
    model
        .instrumentProperty()
        .addListener((property, before, now) -> instruments.setValue(now.intValue()));
  }

  private void describe(LoadedRun run) {
    instruments.setItems(
        FXCollections.observableArrayList(run.run().tracks().stream().map(Track::index).toList()));
    instruments.setValue(model.instrumentProperty().get());
    runs.setValue(run.summary());
    var setup = run.run().plan().setup();
    String fees =
        setup.costs().stream()
            .map(ContractCosts::feeName)
            .distinct()
            .collect(Collectors.joining(", "));
    boolean demo = run.run().tracks().stream().anyMatch(each -> each.instrument().simulated());
    simulated.setVisible(demo);
    simulated.setManaged(demo);
    String words =
        Lines.timeframe(run.track(0).data().bars())
            + "   "
            + TimeText.day(run.summary().fromMillis())
            + " to "
            + TimeText.day(run.summary().toMillis());
    facts.setText(words);
    // In a narrow window there is no room for these.
    String profile = run.run().plan().request().riskProfile().name();
    facts.setTooltip(new Tooltip(words + ", risk profile " + profile + ", fees " + fees));
  }

  private SegmentedButton modes() {
    ToggleButton review = new ToggleButton("Review");
    ToggleButton blind = new ToggleButton("Blind");
    review.setMinWidth(USE_PREF_SIZE);
    blind.setMinWidth(USE_PREF_SIZE);
    review.setId("review");
    blind.setId("blind");
    review.setFocusTraversable(false);
    blind.setFocusTraversable(false);
    review.setTooltip(new Tooltip("The timeline and trade keys see the whole run"));
    blind.setTooltip(new Tooltip("Nothing after the playhead is shown anywhere"));
    SegmentedButton segments = new SegmentedButton(review, blind);
    segments.getStyleClass().add(SegmentedButton.STYLE_CLASS_DARK);
    segments.setMinWidth(USE_PREF_SIZE);
    review.setOnAction(event -> model.modeProperty().set(ReplayMode.REVIEW));
    blind.setOnAction(event -> model.modeProperty().set(ReplayMode.BLIND));
    Runnable update =
        () -> {
          review.setSelected(model.modeProperty().get() == ReplayMode.REVIEW);
          blind.setSelected(model.modeProperty().get() == ReplayMode.BLIND);
        };
    model.modeProperty().addListener((property, before, now) -> update.run());
    update.run();
    return segments;
  }

  private Label modeWords() {
    Label words = new Label();
    words.getStyleClass().addAll("small", "faint");
    words.setMinWidth(USE_PREF_SIZE);
    words.visibleProperty().bind(widthProperty().greaterThan(WIDE));
    words.managedProperty().bind(words.visibleProperty());
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.seesAhead() ? "Timeline shows the whole run" : "Nothing is shown ahead",
                model.modeProperty()));
    return words;
  }

  private ToggleButton logarithmic() {
    ToggleButton button = new ToggleButton("Log");
    button.setId("logarithmic");
    button.setFocusTraversable(false);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("Prices on a logarithmic axis   Y"));
    button.selectedProperty().bindBidirectional(model.logarithmicProperty());
    // In a narrow window there is its key.
    button.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private void dateField() {
    goTo.setId("go-to");
    goTo.setMinWidth(USE_PREF_SIZE);
    goTo.setFocusTraversable(false);
    Label key = new Label("G");
    key.getStyleClass().add("key");
    goTo.setGraphic(key);
    goTo.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    goTo.setOnAction(event -> askForDate());
    date.setId("date");
    date.setPromptText("2026-02-24 14:00");
    date.setPrefWidth(140);
    date.getStyleClass().add("number");
    date.setTooltip(new Tooltip("A date, or a date and a time in UTC"));
    date.setVisible(false);
    date.setManaged(false);
    date.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            closeDate();
            event.consume();
          }
        });
    date.setOnAction(
        event -> {
          if (model.goTo(date.getText())) {
            closeDate();
          } else if (!date.getStyleClass().contains("wrong")) {
            date.getStyleClass().add("wrong");
          }
        });
    getChildren().addAll(date, goTo);
  }

  /** Opens the field for a date and puts the caret there. */
  void askForDate() {
    date.setVisible(true);
    date.setManaged(true);
    goTo.setVisible(false);
    goTo.setManaged(false);
    date.requestFocus();
  }

  private void closeDate() {
    date.getStyleClass().remove("wrong");
    date.clear();
    date.setVisible(false);
    date.setManaged(false);
    goTo.setVisible(true);
    goTo.setManaged(true);
    if (getParent() != null) {
      getParent().requestFocus();
    }
  }
}
