package org.candlewright.ui.explorer;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;

/** A file before it is imported: what was detected, to be corrected, and its first rows. */
final class FilePane extends VBox {
  private static final int COLUMNS_SHOWN = 8;

  FilePane(DataViewModel model, FileForm form) {
    setId("file-pane");
    getStyleClass().addAll("panel", "file-pane");
    Label wrong = Nodes.paragraph("", "small", "loss");
    wrong.setId("file-problem");
    wrong.textProperty().bind(form.problemProperty());
    Nodes.show(wrong, true);
    getChildren().addAll(head(form), fields(model, form), wrong, sample(form));
  }

  private static HBox head(FileForm form) {
    String span =
        Numbers.count(form.preview().rows())
            + " rows, "
            + Times.day(form.preview().firstMillis())
            + " to "
            + Times.day(form.preview().lastMillis())
            + (form.bySymbol() ? ", " + form.preview().symbols().size() + " symbols" : "")
            + (form.more() > 0 ? "; " + form.more() + " more files wait" : "");
    Label detected = Nodes.label(span, "small", "soft");
    detected.setId("file-detected");
    Label name = Nodes.label(String.valueOf(form.preview().file().getFileName()), "strong");
    return Nodes.row(8, name, detected);
  }

  private static HBox fields(DataViewModel model, FileForm form) {
    ComboBox<String> content = new ComboBox<>();
    content.setId("file-content");
    content.getItems().setAll("candles", "mark", "funding");
    content.valueProperty().bindBidirectional(form.contentProperty());
    content.setMinWidth(92);
    TextField instrument = field("file-instrument", 190);
    instrument.setPromptText("binance:BTCUSDT.P");
    instrument.textProperty().bindBidirectional(form.instrumentProperty());
    TextField timeframe = field("file-timeframe", 52);
    timeframe.textProperty().bindBidirectional(form.timeframeProperty());
    timeframe.disableProperty().bind(form.contentProperty().isEqualTo("funding"));
    var bring = Nodes.button("Import", model::bring, "primary");
    bring.setId("file-import");
    bring.disableProperty().bind(form.problemProperty().isNotEmpty().or(model.busyProperty()));
    var leave = Nodes.button("Leave it", model::leave, "quiet");
    leave.setId("file-leave");
    return Nodes.row(
        8,
        Nodes.label("As", "small", "soft"),
        content,
        Nodes.label("of", "small", "soft"),
        instrument,
        Nodes.label("bars of", "small", "soft"),
        timeframe,
        Nodes.spring(),
        leave,
        bring);
  }

  private static TextField field(String id, double width) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefWidth(width);
    field.setMinWidth(width);
    return field;
  }

  private static GridPane sample(FileForm form) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("file-sample");
    List<List<String>> rows = form.preview().sample();
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = rows.get(row);
      for (int column = 0; column < Math.min(COLUMNS_SHOWN, cells.size()); column++) {
        String text = cells.get(column);
        grid.add(
            Nodes.label(
                text.length() > 24 ? text.substring(0, 23) + "…" : text,
                "small",
                row == 0 ? "faint" : "number"),
            column,
            row);
      }
    }
    HBox.setHgrow(grid, Priority.ALWAYS);
    return grid;
  }
}
