package org.candlewright.ui.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.Shortcut;
import org.candlewright.ui.View;
import org.candlewright.ui.theme.Appearance;
import org.controlsfx.control.SegmentedButton;

/** Explorer as its user sees it: a part chosen, its list at the left, the chosen row's detail. */
public final class ExplorerView implements View {
  private static final double DETAIL = 430;
  private static final double NARROW_DETAIL = 412;
  private static final double WIDE = 1400;

  private final ExplorerViewModel model;
  private final StackPane root = new StackPane();
  private final SplitPane funding = new SplitPane();
  private final FundingPane ranking;
  private final ToggleButton fundingTab = tab("Funding", "funding");

  public ExplorerView(ExplorerViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    this.ranking = new FundingPane(model.funding(), appearance, save);
    FundingDetailPane detail = new FundingDetailPane(model.funding(), appearance);
    ranking.setMinWidth(560);
    detail.setMinWidth(360);
    SplitPane.setResizableWithParent(detail, false);
    funding.getItems().addAll(ranking, detail);
    funding.widthProperty().addListener((property, before, now) -> place(now.doubleValue()));
    SegmentedButton tabs = new SegmentedButton(fundingTab);
    fundingTab.setSelected(true);
    ranking.toolbar().getChildren().addFirst(tabs);
    root.getChildren().add(funding);
    root.getStyleClass().add("explorer");
  }

  private static ToggleButton tab(String title, String name) {
    ToggleButton tab = new ToggleButton(title);
    tab.setId("part-" + name);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  private void place(double width) {
    if (width > 0) {
      double detail = width < WIDE ? NARROW_DETAIL : DETAIL;
      funding.setDividerPositions(1 - detail / width);
    }
  }

  @Override
  public String name() {
    return "explorer";
  }

  @Override
  public String title() {
    return "Explorer";
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public String hint() {
    return "Funding of the simulated demo market, ranked by what a carry would have kept. Change"
        + " size, holding time or costs, pick a row, or press Backtest this.";
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(new Shortcut("↑ ↓", "Move through a table"));
  }

  @Override
  public ReadOnlyBooleanProperty busyProperty() {
    return model.busyProperty();
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new HashMap<>(model.funding().state());
    state.put("hidden-columns", ranking.hiddenColumns());
    return state;
  }

  @Override
  public void restore(Map<String, String> state) {
    if (state.containsKey("hidden-columns")) {
      ranking.hideColumns(state.get("hidden-columns"));
    }
    model.open(state);
  }
}
