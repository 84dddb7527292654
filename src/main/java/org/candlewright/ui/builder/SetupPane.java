package org.candlewright.ui.builder;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;

/** Period, bars and capital. */
final class SetupPane extends VBox {
  SetupPane(BuilderViewModel model) {
    getStyleClass().addAll("section", "line-above");
    SetupViewModel setup = model.setup();
    Label currency = Nodes.label("", "small", "faint");
    currency.textProperty().bind(model.currencyProperty());
    getChildren()
        .addAll(
            Nodes.bar("panel-head", Nodes.label("Period and capital", "strong")),
            FormLine.of("From", FormLine.field("from", setup.fromProperty()), "UTC"),
            FormLine.of("To", FormLine.field("to", setup.toProperty()), "UTC"),
            FormLine.of(
                "Bars",
                FormLine.choice("timeframe", SetupViewModel.TIMEFRAMES, setup.timeframeProperty()),
                ""),
            FormLine.of("Capital", FormLine.field("capital", setup.capitalProperty()), currency),
            FormLine.problem("setup-problem", setup.problemProperty()));
  }
}
