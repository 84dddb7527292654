package org.candlewright.ui.explorer;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.ChooseFiles;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.ProblemStrip;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.table.Tables;
import org.candlewright.ui.theme.Appearance;

/** What is stored, with its coverage; files are dropped here. */
final class DataPane extends VBox {
  private final DataViewModel model;
  private final SaveTable save;
  private final List<Column<DataRow>> columns = DataColumns.all();
  private final TableView<DataRow> table;
  private final HBox toolbar = Nodes.bar("toolbar");
  private final StackPane file = new StackPane();
  private final Label name = Nodes.label("", "strong");
  private final Label holes = Nodes.paragraph("", "small", "soft");

  DataPane(DataViewModel model, Appearance appearance, SaveTable save, ChooseFiles files) {
    this.model = model;
    this.save = save;
    getStyleClass().add("panel");
    table =
        Tables.view(
            columns,
            "Nothing is stored. Drop CSV files of candles or funding here, or press Import.",
            appearance);
    fillTable();
    fillToolbar(files);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            toolbar,
            new ProblemStrip(
                "data-problem", model.problemProperty(), save::openLog, model::closeProblem),
            head(),
            file,
            told(),
            table,
            detail(),
            confirmation());
    model.offeredProperty().addListener((property, before, now) -> show(now));
    show(model.offeredProperty().get());
    setOnDragOver(this::accept);
    setOnDragDropped(this::dropped);
  }

  HBox toolbar() {
    return toolbar;
  }

  private void accept(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<Path> paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    model.offer(paths);
    event.setDropCompleted(!paths.isEmpty());
    event.consume();
  }

  private void fillToolbar(ChooseFiles files) {
    TextField filter = new TextField();
    filter.setId("data-filter");
    filter.setPromptText("Filter: btc, funding, gaps");
    filter.setPrefWidth(170);
    filter.textProperty().bindBidirectional(model.filterProperty());
    Button bring = Nodes.button("Import…", () -> files.choose(model::offer), "primary");
    bring.setId("data-import");
    Button refresh = Nodes.button("Refresh", model::refresh);
    refresh.setId("data-refresh");
    toolbar
        .getChildren()
        .addAll(
            filter,
            Nodes.spring(),
            refresh,
            Nodes.button(
                "Export CSV",
                () -> save.save("data.csv", () -> Tables.csv(columns, table.getItems()))),
            bring);
  }

  private HBox head() {
    Label sentence = Nodes.label("", "headline");
    sentence.setId("data-sentence");
    sentence.textProperty().bind(model.sentenceProperty());
    Label note = Nodes.paragraph("CSV files can be dropped here.", "small", "faint");
    HBox.setHgrow(note, Priority.ALWAYS);
    return Nodes.bar("explorer-head", sentence, note);
  }

  private HBox told() {
    Label text = Nodes.paragraph("", "small", "soft");
    text.setId("data-told");
    text.textProperty().bind(model.toldProperty());
    HBox line = Nodes.bar("detail-note", text);
    shownWhile(line, model.toldProperty().map(words -> !words.isEmpty()));
    return line;
  }

  private static void shownWhile(HBox node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  private HBox detail() {
    Button delete = Nodes.button("Delete", model::askToDelete);
    delete.setId("data-delete");
    name.setId("data-name");
    holes.setId("data-holes");
    HBox.setHgrow(holes, Priority.ALWAYS);
    HBox line = Nodes.bar("detail-head", name, holes, Nodes.spring(), delete);
    line.getStyleClass().add("line-above");
    shownWhile(line, model.selectedProperty().map(Optional::isPresent));
    return line;
  }

  private HBox confirmation() {
    Label question = Nodes.paragraph("");
    question.setId("data-question");
    question
        .textProperty()
        .bind(
            model
                .toDeleteProperty()
                .map(
                    row ->
                        row.map(
                                asked ->
                                    "Delete "
                                        + asked.name()
                                        + "? Runs made with it stay, but can no longer be replayed"
                                        + " or verified. Only another import brings it back.")
                            .orElse("")));
    Button delete = Nodes.button("Delete it", model::delete, "danger");
    delete.setId("data-delete-now");
    Button keep = Nodes.button("Keep it", model::keep, "primary");
    keep.setId("data-keep");
    HBox strip = Nodes.bar("error-strip", question, Nodes.spring(), keep, delete);
    shownWhile(strip, model.toDeleteProperty().map(Optional::isPresent));
    return strip;
  }

  private void fillTable() {
    table.setId("data-table");
    SortedList<DataRow> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    sorted.addListener((ListChangeListener<DataRow>) change -> fit());
    table.widthProperty().addListener((property, before, now) -> fit());
    Tables.select(table, model.selectedProperty());
    model
        .selectedProperty()
        .addListener(
            (property, before, now) -> {
              name.setText(now.map(DataRow::name).orElse(""));
              holes.setText(now.map(DataRow::holes).orElse(""));
            });
  }

  private void fit() {
    Tables.fit(table, columns, DataColumns.DROPPABLE);
  }

  private void show(Optional<FileForm> form) {
    file.getChildren().clear();
    form.ifPresent(offered -> file.getChildren().add(new FilePane(model, offered)));
    Nodes.show(file, form.isPresent());
  }
}
