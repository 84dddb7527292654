package org.candlewright.ui.builder;

import java.util.List;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.candlewright.ui.Nodes;

/** A line of a form: what it is, its unit, its field, all of one width. */
final class FormLine {
  private static final double FIELD = 108;

  private FormLine() {}

  static HBox of(String name, Node field, String unit) {
    return of(name, field, Nodes.label(unit, "small", "faint"));
  }

  static HBox of(String name, Node field, Label unit) {
    Label label = Nodes.label(name, "soft");
    label.setLabelFor(field);
    HBox row = Nodes.row(8, label, Nodes.spring(), unit, field);
    row.getStyleClass().add("field-row");
    return row;
  }

  static TextField field(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("number");
    field.setPrefWidth(FIELD);
    field.setMinWidth(FIELD);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  static ComboBox<String> choice(String id, List<String> choices, StringProperty chosen) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(choices);
    box.valueProperty().bindBidirectional(chosen);
    box.setPrefWidth(FIELD);
    box.setMinWidth(FIELD);
    return box;
  }

  /** What is wrong with the lines above; takes no room while nothing is. */
  static Label problem(String id, StringExpression text) {
    Label problem = Nodes.paragraph("", "small", "loss");
    problem.setId(id);
    problem.textProperty().bind(text);
    problem
        .textProperty()
        .addListener((property, before, now) -> Nodes.show(problem, !now.isEmpty()));
    Nodes.show(problem, !problem.getText().isEmpty());
    return problem;
  }
}
