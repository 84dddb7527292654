package org.candlewright.ui.replay;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be written of Replay to files. */
final class ExportMenu extends MenuButton {

  /**
   * @param chart what the picture of the chart shows
   * @param whole what the picture of the whole view shows
   */
  ExportMenu(ReplayExport export, Node chart, Node whole) {
    setId("export");
    setGraphic(new FontIcon("fth-download"));
    setFocusTraversable(false);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText("Export");
    setTooltip(new Tooltip("Export what is visible, up to the playhead"));
    for (ReplayExport.Table table : ReplayExport.Table.values()) {
      item(
          "export-" + table.words(),
          "Visible " + table.words() + " as CSV",
          () -> export.table(table));
    }
    getItems().add(new SeparatorMenuItem());
    item("export-chart", "Chart as PNG", () -> export.picture("chart", picture(chart)));
    item("export-view", "Whole view as PNG", () -> export.picture("replay", picture(whole)));
  }

  private void item(String id, String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setId(id);
    item.setOnAction(event -> action.run());
    getItems().add(item);
  }

  /** At the device's resolution, so that text is as sharp in the file as on screen. */
  private static WritableImage picture(Node node) {
    double scale =
        node.getScene() == null || node.getScene().getWindow() == null
            ? 1
            : node.getScene().getWindow().getOutputScaleX();
    Bounds bounds = node.getBoundsInLocal();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(javafx.scene.transform.Transform.scale(scale, scale));
    return node.snapshot(
        parameters,
        new WritableImage(
            (int) Math.ceil(bounds.getWidth() * scale),
            (int) Math.ceil(bounds.getHeight() * scale)));
  }
}
