package org.candlewright.ui.builder;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;

/** Costs to choose, and under them those in force. */
final class CostsPane extends VBox {
  private final VBox inForce = new VBox();

  CostsPane(BuilderViewModel model) {
    getStyleClass().addAll("section", "line-above");
    CostsViewModel costs = model.costChoices();
    TextField spread = FormLine.field("half-spread", costs.halfSpreadProperty());
    spread.setPromptText("tier’s");
    TextField slippage = FormLine.field("slippage", costs.slippageProperty());
    slippage.setPromptText("tier’s");
    TextField share = FormLine.field("participation", costs.participationProperty());
    share.setPromptText("no limit");
    getChildren()
        .addAll(
            Nodes.bar("panel-head", Nodes.label("Costs", "strong")),
            line(
                "Fees",
                FormLine.choice("fees", CostsViewModel.feeChoices(), costs.feesProperty()),
                "",
                "By venue: the strategy's own schedule if it names one, else the venue's lowest."),
            line(
                "Liquidity tier",
                FormLine.choice("tier", CostsViewModel.tierChoices(), costs.tierProperty()),
                "",
                "Sets half spread and slippage. By turnover: from the 30 days before the start."),
            line("Half spread", spread, "bps", "Of the price; empty for the tier's."),
            line("Slippage", slippage, "bps", "Of the price; empty for the tier's."),
            line(
                "Volume share",
                share,
                "%",
                "The largest part of a bar's volume that is filled; empty for no limit."),
            line(
                "Size impact",
                FormLine.choice("size-impact", List.of("on", "off"), costs.sizeImpactProperty()),
                "",
                "Whether slippage grows with the share of the bar's volume."),
            FormLine.problem("cost-problem", costs.problemProperty()),
            inForce);
    model.costs().addListener((ListChangeListener<Object>) change -> showInForce(model));
    showInForce(model);
  }

  private static HBox line(String name, Node field, String unit, String help) {
    HBox line = FormLine.of(name, field, unit);
    Tooltip.install(line, new Tooltip(help));
    return line;
  }

  private void showInForce(BuilderViewModel model) {
    inForce.getChildren().setAll(model.costs().stream().map(CostsPane::cost).toList());
  }

  private static Node cost(BuilderViewModel.CostLine line) {
    Label label = Nodes.paragraph(line.label(), "soft");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox row = Nodes.row(8, label);
    boolean number = !line.unit().isEmpty() && Character.isDigit(line.value().charAt(0));
    Label value = number ? Nodes.label(line.value(), "number") : Nodes.label(line.value());
    row.getChildren().add(value);
    if (!line.unit().isEmpty()) {
      row.getChildren().add(Nodes.label(line.unit(), "small", "faint"));
    }
    row.getStyleClass().add("cost-row");
    return row;
  }
}
