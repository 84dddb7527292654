package org.candlewright.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.Shortcut;
import org.jspecify.annotations.Nullable;

/** What lies over the window for a moment: the command palette or the keys of a view. */
final class Overlay extends StackPane {
  private final ShellViewModel model;
  private @Nullable Node focusedBefore;

  Overlay(ShellViewModel model) {
    this.model = model;
    getStyleClass().add("overlay");
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    Nodes.show(this, false);
  }

  boolean open() {
    return isVisible();
  }

  void close() {
    Nodes.show(this, false);
    getChildren().clear();
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
    }
  }

  private void show(Region card) {
    focusedBefore = getScene().getFocusOwner();
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().setAll(card);
    Nodes.show(this, true);
    card.requestFocus();
  }

  void showKeys(String title, List<Shortcut> keys) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    for (int i = 0; i < keys.size(); i++) {
      grid.add(Nodes.label(keys.get(i).keys(), "key"), 0, i);
      grid.add(Nodes.label(keys.get(i).action()), 1, i);
    }
    VBox card = new VBox(Nodes.label(title, "title", "strong"), grid);
    card.setId("keys");
    card.getStyleClass().add("card");
    show(card);
  }

  void showPalette() {
    TextField field = new TextField();
    field.setId("palette");
    field.setPromptText("What shall be done?");
    ListView<Action> list = new ListView<>();
    list.setFixedCellSize(28);
    list.setPrefHeight(28 * 9);
    list.setCellFactory(ignored -> new ActionCell());
    list.setPlaceholder(new Label("There is no such action."));
    Runnable refill =
        () -> {
          list.getItems().setAll(model.matching(field.getText()));
          list.getSelectionModel().selectFirst();
        };
    field.textProperty().addListener((property, before, now) -> refill.run());
    refill.run();
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            event.consume();
          } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            event.consume();
          }
        });
    field.setOnAction(event -> run(list.getSelectionModel().getSelectedItem()));
    list.setOnMouseClicked(event -> run(list.getSelectionModel().getSelectedItem()));
    VBox card = new VBox(field, list);
    card.getStyleClass().addAll("card", "palette");
    show(card);
    field.requestFocus();
  }

  private void run(@Nullable Action action) {
    close();
    if (action != null) {
      action.run().run();
    }
  }

  private static final class ActionCell extends ListCell<Action> {
    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
      super.updateItem(action, empty);
      if (action == null || empty) {
        setGraphic(null);
        return;
      }
      HBox row = Nodes.row(8, Nodes.label(action.name()), Nodes.spring());
      if (!action.keys().isEmpty()) {
        row.getChildren().add(Nodes.label(action.keys(), "key"));
      }
      setGraphic(row);
    }
  }
}
