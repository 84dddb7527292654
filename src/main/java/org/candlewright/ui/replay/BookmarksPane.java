package org.candlewright.ui.replay;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.candlewright.replay.Bookmark;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.chart.TimeText;

/** Writes a bookmark, and lists those there are. */
final class BookmarksPane extends VBox {
  private final BookmarksViewModel model;
  private final TextField note = new TextField();
  private final VBox list = new VBox(2);

  /**
   * @param done closes what shows this
   */
  BookmarksPane(BookmarksViewModel model, Runnable done) {
    super(8);
    this.model = model;
    getStyleClass().add("breakpoints");
    note.setId("bookmark-note");
    note.setPromptText("Note on this bar");
    note.setPrefWidth(220);
    Button add = Nodes.button("Bookmark", () -> add(done));
    add.setId("bookmark-add");
    note.setOnAction(event -> add(done));
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(240);
    getChildren().addAll(Nodes.row(6, note, add), scroll);
  }

  private void add(Runnable done) {
    model.add(note.getText());
    note.clear();
    done.run();
  }

  /** Shows the list as it is now. */
  void refresh() {
    list.getChildren().setAll(model.visible().stream().map(this::line).toList());
    note.requestFocus();
  }

  private HBox line(Bookmark bookmark) {
    Button go = Nodes.button(TimeText.brief(bookmark.timeMillis()), () -> model.goTo(bookmark));
    go.getStyleClass().addAll("quiet", "number");
    Label words = new Label(bookmark.note());
    Button remove =
        Nodes.button(
            "Remove",
            () -> {
              model.remove(bookmark);
              refresh();
            },
            "quiet");
    return Nodes.row(6, go, words, Nodes.spring(), remove);
  }
}
