package org.candlewright.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What went wrong in a view, shown until it is closed; takes no room while nothing is wrong. */
public final class ProblemStrip extends HBox {
  /** Kept: whoever binds to it alone does not keep it alive. */
  private final BooleanBinding wrong;

  /**
   * @param id of the label that says it
   * @param text empty while nothing is wrong
   * @param openLog shows the details
   */
  public ProblemStrip(String id, ObservableValue<String> text, Runnable openLog, Runnable close) {
    getStyleClass().add("error-strip");
    Label words = Nodes.paragraph("");
    words.setId(id);
    words.textProperty().bind(text);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .addAll(
            words,
            Nodes.spring(),
            Nodes.button("Details", openLog),
            Nodes.button("Close", close, "quiet"));
    wrong = Bindings.createBooleanBinding(() -> !text.getValue().isEmpty(), text);
    visibleProperty().bind(wrong);
    managedProperty().bind(wrong);
  }
}
