package org.candlewright.ui.shell;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.View;

/** The tabs. */
final class TabStrip extends HBox {
  TabStrip(ShellViewModel model, List<View> views) {
    getStyleClass().add("tabs");
    ToggleGroup group = new ToggleGroup();
    for (View view : views) {
      ToggleButton tab = new ToggleButton(view.title());
      tab.getStyleClass().add("view-tab");
      tab.setId("tab-" + view.name());
      tab.setToggleGroup(group);
      tab.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      tab.setOnAction(
          event -> {
            tab.setSelected(true);
            model.select(view.name());
          });
      model
          .selectedProperty()
          .addListener((property, before, now) -> tab.setSelected(now.equals(view.name())));
      tab.setSelected(model.selectedProperty().get().equals(view.name()));
      getChildren().add(tab);
    }
    HBox keys =
        Nodes.row(
            8,
            Nodes.label("Switch tab", "small", "faint"),
            Nodes.label(views.size() > 1 ? "Ctrl+1…" + views.size() : "Ctrl+1", "key"),
            Nodes.label("Keys of this view", "small", "faint"),
            Nodes.label("F1", "key"));
    getChildren().addAll(Nodes.spring(), keys);
  }
}
