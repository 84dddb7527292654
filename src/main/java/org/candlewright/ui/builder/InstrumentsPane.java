package org.candlewright.ui.builder;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.jspecify.annotations.Nullable;

/** The instruments to choose from. */
final class InstrumentsPane extends VBox {
  private static final double ROW = 24;

  InstrumentsPane(InstrumentsViewModel model) {
    getStyleClass().addAll("panel", "instruments-pane");
    Label count = Nodes.label("", "small", "soft");
    count.textProperty().bind(Bindings.concat(model.chosenCountProperty().asString(), " chosen"));
    HBox head =
        Nodes.bar(
            "toolbar",
            Nodes.label("Instruments", "strong"),
            Nodes.spring(),
            count,
            Nodes.button("All", () -> model.chooseShown(true), "quiet", "tight"),
            Nodes.button("None", () -> model.chooseShown(false), "quiet", "tight"));
    TextField filter = new TextField();
    filter.setId("instrument-filter");
    filter.setPromptText("Filter: btc, spot");
    filter.textProperty().bindBidirectional(model.filterProperty());
    HBox caption =
        Nodes.row(8, Nodes.spring(), Nodes.label("half spread + slippage, bps", "small", "faint"));
    VBox top = new VBox(4, filter, caption);
    top.getStyleClass().add("filter-box");
    ListView<InstrumentRow> list = new ListView<>(model.shown());
    list.setId("instruments");
    list.setFixedCellSize(ROW);
    list.setCellFactory(ignored -> new Row());
    list.setPlaceholder(new Label("No instrument matches."));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setMinHeight(5 * ROW);
    list.setPrefHeight(13 * ROW);
    getChildren().addAll(head, top, list);
  }

  private static final class Row extends ListCell<InstrumentRow> {
    private final CheckBox box = new CheckBox();
    private final Label venue = Nodes.label("", "small", "faint");
    private final Label note = Nodes.label("", "small", "number", "soft");
    private final HBox row = Nodes.row(8, box, Nodes.spring(), venue, note);
    private @Nullable InstrumentRow bound;

    Row() {
      note.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
      note.setMinWidth(34);
      setOnMouseClicked(
          event -> {
            if (bound != null && bound.usableProperty().get() && event.getTarget() != box) {
              bound.chosenProperty().set(!bound.chosenProperty().get());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable InstrumentRow item, boolean empty) {
      super.updateItem(item, empty);
      InstrumentRow old = bound;
      if (old != null) {
        box.selectedProperty().unbindBidirectional(old.chosenProperty());
        note.textProperty().unbind();
        box.disableProperty().unbind();
      }
      bound = empty ? null : item;
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      box.setText(item.symbol());
      box.selectedProperty().bindBidirectional(item.chosenProperty());
      box.disableProperty().bind(item.usableProperty().not());
      note.textProperty().bind(item.noteProperty());
      venue.setText(item.venue());
      setGraphic(row);
    }
  }
}
