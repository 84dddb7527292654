package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candlewright.export.RunReport;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.format.Numbers;

/** The result in one sentence and the one large figure. */
final class ResultHead extends HBox {
  private final Label sentence = Nodes.label("", "headline");
  private final Label note = Nodes.paragraph("", "small", "soft");
  private final Label figure = Nodes.label("", "figure");
  private final Label currency = Nodes.label("", "small", "faint");
  private final Label share = Nodes.label("", "small", "number");
  private final Label longCount = Nodes.label("", "small", "number");
  private final Label longNet = Nodes.label("", "small", "number");
  private final Label shortCount = Nodes.label("", "small", "number");
  private final Label shortNet = Nodes.label("", "small", "number");

  ResultHead(ResultViewModel result) {
    getStyleClass().add("result-head");
    sentence.setId("sentence");
    figure.setId("net");
    VBox words = new VBox(4, sentence, note);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox unit = new VBox(2, currency, share);
    unit.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Region line = new Region();
    line.getStyleClass().add("vertical-line");
    VBox sides =
        new VBox(
            4,
            side("▲ Long", "long", longCount, longNet),
            side("▼ Short", "short", shortCount, shortNet));
    sides.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren().addAll(words, figure, unit, line, sides);
    result.contentProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    result.contentProperty().get().ifPresent(this::show);
  }

  private static HBox side(String name, String style, Label count, Label net) {
    Label label = Nodes.label(name, "small", style);
    label.setPrefWidth(48);
    count.setPrefWidth(34);
    count.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    net.setPrefWidth(74);
    net.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    return Nodes.row(4, label, count, net);
  }

  private void show(ResultContent content) {
    RunReport report = content.report();
    sentence.setText(ResultText.sentence(content));
    note.setText(ResultText.note(report));
    BigDecimal net = ResultText.net(report);
    figure.setText(Numbers.change(net, Numbers.moneyDecimals(report.currency())));
    judge(figure, net);
    currency.setText(report.currency());
    share.setText(Numbers.percentChange(ResultText.figure(report, "return"), 2) + " %");
    judge(share, net);
    side(report, RunReport.Metric::longSide, longCount, longNet);
    side(report, RunReport.Metric::shortSide, shortCount, shortNet);
  }

  private static void side(
      RunReport report,
      Function<RunReport.Metric, Optional<BigDecimal>> side,
      Label count,
      Label net) {
    BigDecimal trades = figure(report, "trades", side);
    BigDecimal profit = figure(report, "net_profit", side);
    count.setText(Numbers.fixed(trades, 0));
    net.setText(Numbers.change(profit, Numbers.moneyDecimals(report.currency())));
    judge(net, profit);
  }

  private static BigDecimal figure(
      RunReport report, String name, Function<RunReport.Metric, Optional<BigDecimal>> side) {
    return Optional.ofNullable(report.metrics().get(name)).flatMap(side).orElse(BigDecimal.ZERO);
  }

  private static void judge(Label label, BigDecimal value) {
    label.getStyleClass().removeAll("gain", "loss");
    if (value.signum() != 0) {
      label.getStyleClass().add(value.signum() > 0 ? "gain" : "loss");
    }
  }
}
