package org.candlewright.ui.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.candlewright.ui.ChooseFiles;
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
  private static final double SCREENING = 552;
  private static final double NARROW_SCREENING = 480;

  private final ExplorerViewModel model;
  private final StackPane root = new StackPane();
  private final SplitPane funding = new SplitPane();
  private final FundingPane ranking;
  private final SplitPane pairs = new SplitPane();
  private final ScreeningPane screening;
  private final ToggleButton fundingTab = tab("Funding", "funding");
  private final ToggleButton pairsTab = tab("Pairs", "pairs");
  private final ToggleButton dataTab = tab("Data", "data");
  private final SegmentedButton tabs = new SegmentedButton(fundingTab, pairsTab, dataTab);
  private final DataPane data;

  public ExplorerView(
      ExplorerViewModel model, Appearance appearance, SaveTable save, ChooseFiles files) {
    this.model = model;
    this.ranking = new FundingPane(model.funding(), appearance, save);
    FundingDetailPane detail = new FundingDetailPane(model.funding(), appearance);
    ranking.setMinWidth(560);
    detail.setMinWidth(360);
    SplitPane.setResizableWithParent(detail, false);
    funding.getItems().addAll(ranking, detail);
    funding.widthProperty().addListener((property, before, now) -> place(now.doubleValue()));
    this.screening = new ScreeningPane(model.pairs(), appearance, save);
    PairsPane table = new PairsPane(model.pairs(), appearance, save);
    screening.setMinWidth(440);
    table.setMinWidth(560);
    SplitPane.setResizableWithParent(screening, false);
    pairs.getItems().addAll(screening, table);
    pairs.widthProperty().addListener((property, before, now) -> placePairs(now.doubleValue()));
    this.data = new DataPane(model.data(), appearance, save, files);
    root.getStyleClass().add("explorer");
    // The control hands its buttons to a group only once it is shown.
    ToggleGroup group = new ToggleGroup();
    fundingTab.setToggleGroup(group);
    pairsTab.setToggleGroup(group);
    dataTab.setToggleGroup(group);
    tabs.setToggleGroup(group);
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              } else {
                showSelected();
              }
            });
    fundingTab.setSelected(true);
  }

  private static ToggleButton tab(String title, String name) {
    ToggleButton tab = new ToggleButton(title);
    tab.setId("part-" + name);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  /** Shows the part chosen; the tabs stand in its toolbar. */
  private void showSelected() {
    for (HBox toolbar : List.of(ranking.toolbar(), screening.toolbar(), data.toolbar())) {
      toolbar.getChildren().remove(tabs);
    }
    if (pairsTab.isSelected()) {
      show(screening.toolbar(), pairs);
      model.pairs().open();
    } else if (dataTab.isSelected()) {
      show(data.toolbar(), data);
      model.data().open();
    } else {
      show(ranking.toolbar(), funding);
    }
  }

  private void show(HBox toolbar, Node part) {
    toolbar.getChildren().addFirst(tabs);
    root.getChildren().setAll(part);
  }

  @Override
  public void showPart(String part) {
    switch (part) {
      case "pairs" -> pairsTab.setSelected(true);
      case "data" -> dataTab.setSelected(true);
      default -> fundingTab.setSelected(true);
    }
  }

  private void placePairs(double width) {
    if (width > 0) {
      pairs.setDividerPositions((width < WIDE ? NARROW_SCREENING : SCREENING) / width);
    }
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
    state.putAll(model.pairs().state());
    state.put("hidden-columns", ranking.hiddenColumns());
    state.put("part", pairsTab.isSelected() ? "pairs" : dataTab.isSelected() ? "data" : "funding");
    return state;
  }

  @Override
  public void restore(Map<String, String> state) {
    if (state.containsKey("hidden-columns")) {
      ranking.hideColumns(state.get("hidden-columns"));
    }
    model.open(state);
    showPart(state.getOrDefault("part", "funding"));
  }
}
