package org.candlewright.ui.builder;

import javafx.scene.layout.StackPane;
import org.candlewright.ui.theme.Appearance;

/** Equity and drawdown of the run with its entries and exits. */
final class EquityPane extends StackPane {
  EquityPane(ResultViewModel result, Appearance appearance) {
    getStyleClass().add("panel");
    setMinHeight(160);
  }
}
