package org.candlewright.ui.builder;

import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;

/** Period, bars, capital, and the costs in force. */
final class SetupPane extends VBox {
  private static final double FIELD = 108;

  private final VBox costs = new VBox();

  SetupPane(BuilderViewModel model) {
    getStyleClass().addAll("panel", "setup-pane");
    SetupViewModel setup = model.setup();
    ComboBox<String> bars = new ComboBox<>();
    bars.setId("timeframe");
    bars.getItems().setAll(SetupViewModel.TIMEFRAMES);
    bars.valueProperty().bindBidirectional(setup.timeframeProperty());
    bars.setPrefWidth(FIELD);
    bars.setMinWidth(FIELD);
    Label problem = Nodes.paragraph("", "small", "loss");
    problem.textProperty().bind(setup.problemProperty());
    problem
        .textProperty()
        .addListener((property, before, now) -> Nodes.show(problem, !now.isEmpty()));
    Nodes.show(problem, !problem.getText().isEmpty());
    VBox period =
        new VBox(
            Nodes.bar("panel-head", Nodes.label("Period and capital", "strong")),
            line("From", field("from", setup.fromProperty()), ""),
            line("To", field("to", setup.toProperty()), ""),
            line("Bars", bars, ""),
            line("Capital", field("capital", setup.capitalProperty()), "USDT"),
            problem);
    period.getStyleClass().addAll("section", "line-above");
    VBox section =
        new VBox(Nodes.bar("panel-head", Nodes.label("Costs in force", "strong")), costs);
    section.getStyleClass().addAll("section", "line-above");
    getChildren().addAll(period, section);
    model.costs().addListener((ListChangeListener<Object>) change -> showCosts(model));
    showCosts(model);
  }

  private void showCosts(BuilderViewModel model) {
    costs.getChildren().setAll(model.costs().stream().map(SetupPane::cost).toList());
  }

  private static Node cost(BuilderViewModel.CostLine line) {
    HBox row = Nodes.row(8, Nodes.label(line.label(), "soft"), Nodes.spring());
    boolean number = !line.unit().isEmpty() && Character.isDigit(line.value().charAt(0));
    row.getChildren().add(number ? Nodes.label(line.value(), "number") : Nodes.label(line.value()));
    if (!line.unit().isEmpty()) {
      row.getChildren().add(Nodes.label(line.unit(), "small", "faint"));
    }
    row.getStyleClass().add("cost-row");
    return row;
  }

  private static TextField field(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("number");
    field.setPrefWidth(FIELD);
    field.setMinWidth(FIELD);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static HBox line(String name, Node field, String unit) {
    Label label = Nodes.label(name, "soft");
    label.setLabelFor(field);
    HBox row = Nodes.row(8, label, Nodes.spring());
    if (!unit.isEmpty()) {
      row.getChildren().add(Nodes.label(unit, "small", "faint"));
    }
    row.getChildren().add(field);
    row.getStyleClass().add("field-row");
    return row;
  }
}
