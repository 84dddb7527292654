package org.candlewright.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.work.WorkItem;

/** The line at the bottom: background work with its Cancel, store, time zone. */
final class StatusBar extends HBox {
  private final ShellViewModel model;
  private final HBox work = Nodes.row(8);

  StatusBar(ShellViewModel model, String home) {
    this.model = model;
    getStyleClass().add("status");
    Label store = Nodes.label("✓ open", "small");
    store.setTooltip(new Tooltip("Everything is kept in " + home));
    getChildren()
        .addAll(
            work,
            Nodes.spring(),
            Nodes.row(4, Nodes.label("Store", "small", "soft"), store),
            Nodes.row(
                4, Nodes.label("Times", "small", "soft"), Nodes.label("UTC", "small", "number")));
    model.work().running().addListener((ListChangeListener<WorkItem>) change -> show());
    show();
  }

  private void show() {
    if (model.work().running().isEmpty()) {
      work.getChildren().setAll(Nodes.label("No background work", "small", "soft"));
      return;
    }
    WorkItem item = model.work().running().getFirst();
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(96);
    bar.progressProperty().bind(item.shareProperty());
    Label detail = Nodes.label("", "small", "number");
    detail.textProperty().bind(item.detailProperty());
    int more = model.work().running().size() - 1;
    work.getChildren()
        .setAll(
            Nodes.label(item.title(), "small"),
            bar,
            detail,
            Nodes.button("Cancel", item::cancel, "quiet", "tight"));
    if (more > 0) {
      work.getChildren().add(Nodes.label("and " + more + " more", "small", "soft"));
    }
  }
}
