package org.candlewright.ui.builder;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.candlewright.ui.chart.EquityChart;
import org.candlewright.ui.theme.Appearance;

/** Equity and drawdown of the run with its entries and exits. */
final class EquityPane extends StackPane {
  private static final double LEAST_HEIGHT = 150;

  EquityPane(ResultViewModel result, Appearance appearance) {
    getStyleClass().addAll("panel", "line-above");
    EquityChart chart = new EquityChart(appearance.tokensProperty());
    getChildren().add(chart);
    setMinHeight(LEAST_HEIGHT);
    result.contentProperty().addListener((property, before, now) -> show(chart, now));
    show(chart, result.contentProperty().get());
  }

  private static void show(EquityChart chart, Optional<ResultContent> content) {
    content.ifPresentOrElse(shown -> chart.show(shown.equity()), chart::clear);
  }
}
