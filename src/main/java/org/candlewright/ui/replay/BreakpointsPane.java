package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;

/** The list of what playback can stop at, each with its switch and its limit. */
final class BreakpointsPane extends VBox {
  private static final String NO_RULE = "no rule";

  private final BreakpointsViewModel model;
  private final GridPane grid = new GridPane();
  private final List<Runnable> refreshers = new ArrayList<>();
  private int line;

  BreakpointsPane(BreakpointsViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("breakpoints");
    grid.setHgap(12);
    grid.setVgap(6);
    event(Breakpoint.Event.ORDER, "An order");
    event(Breakpoint.Event.FILL, "A fill");
    event(Breakpoint.Event.REFUSAL, "A refusal by risk");
    rule();
    limit(
        "drawdown",
        "A drawdown beyond, %",
        "5",
        Breakpoint.OnDrawdown.class,
        (on, text) -> model.drawdown(on, text));
    limit(
        "equity",
        "Equity below",
        "9,000",
        Breakpoint.OnEquity.class,
        (on, text) -> model.equity(on, text));
    limit(
        "date",
        "A date, UTC",
        "2026-02-24 14:00",
        Breakpoint.OnDate.class,
        (on, text) -> model.date(on, text));
    getChildren().addAll(Nodes.label("Stop playback on", "strong"), grid);
  }

  /** Shows what is set now. */
  void refresh() {
    refreshers.forEach(Runnable::run);
  }

  private void event(Breakpoint.Event event, String words) {
    CheckBox box = new CheckBox(words);
    box.setId("break-" + event.name().toLowerCase(java.util.Locale.ROOT));
    box.setOnAction(e -> model.event(event, box.isSelected()));
    refreshers.add(
        () -> box.setSelected(model.now().all().contains(new Breakpoint.OnEvent(event))));
    grid.add(box, 0, line++, 2, 1);
  }

  private void rule() {
    ComboBox<String> rules = new ComboBox<>();
    rules.setId("break-rule");
    rules.setPrefWidth(170);
    refreshers.add(
        () -> {
          List<String> names = new ArrayList<>(List.of(NO_RULE));
          names.addAll(model.rules());
          // The value is set without an action, which would look for turns.
          rules.setOnAction(null);
          rules.setItems(FXCollections.observableArrayList(names));
          rules.setValue(
              model.now().all().stream()
                  .filter(Breakpoint.OnRule.class::isInstance)
                  .map(each -> ((Breakpoint.OnRule) each).rule())
                  .findFirst()
                  .orElse(NO_RULE));
          rules.setOnAction(
              e -> model.rule(NO_RULE.equals(rules.getValue()) ? "" : rules.getValue()));
        });
    grid.addRow(line++, new Label("A rule turning"), rules);
  }

  private void limit(
      String id,
      String words,
      String example,
      Class<? extends Breakpoint> kind,
      BiFunction<Boolean, String, String> set) {
    CheckBox box = new CheckBox(words);
    box.setId("break-" + id);
    TextField field = new TextField(id.equals("drawdown") ? example : "");
    field.setId("break-" + id + "-value");
    field.setPromptText(example);
    field.getStyleClass().add("number");
    field.setPrefWidth(170);
    Label wrong = new Label();
    wrong.getStyleClass().addAll("small", "loss");
    Nodes.show(wrong, false);
    Runnable apply =
        () -> {
          String problem = set.apply(box.isSelected(), field.getText());
          wrong.setText(problem);
          Nodes.show(wrong, !problem.isEmpty());
        };
    box.setOnAction(e -> apply.run());
    field.textProperty().addListener((property, before, now) -> apply.run());
    field.setOnAction(
        e -> {
          box.setSelected(true);
          apply.run();
        });
    refreshers.add(
        () ->
            box.setSelected(
                model.now().all().stream().anyMatch(kind::isInstance) || wrong.isVisible()));
    grid.addRow(line++, box, field);
    grid.add(wrong, 1, line++);
  }
}
