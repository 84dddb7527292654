package org.candlewright.ui.replay;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icon buttons that name what they do, with their key, for the mouse and for screen readers. */
final class Buttons {
  private Buttons() {}

  static Button icon(String id, String icon, String name, String key, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add("icon");
    button.setFocusTraversable(false);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(key.isEmpty() ? name : name + "   " + key));
    button.setOnAction(event -> action.run());
    return button;
  }
}
