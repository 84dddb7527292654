package org.candlewright.ui.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;

/** Tools under the timeline, one of them at a time: what if, compare, trade by hand. */
final class Drawer extends HBox {
  /** The tools. */
  enum Tool {
    WHAT_IF("What if", "W"),
    COMPARE("Compare", "C"),
    BY_HAND("By hand", "T");

    private final String words;
    private final String key;

    Tool(String words, String key) {
      this.words = words;
      this.key = key;
    }
  }

  private final ObjectProperty<Optional<Tool>> open = new SimpleObjectProperty<>(Optional.empty());
  private final Map<Tool, Region> panes = new LinkedHashMap<>();
  private boolean chosen;
  private final VBox tabs = new VBox(2);

  Drawer() {
    getStyleClass().add("replay-drawer");
    setMinWidth(0);
    tabs.getStyleClass().add("tools");
    getChildren().add(tabs);
    open.addListener((property, before, now) -> show());
    show();
  }

  void add(Tool tool, Region pane) {
    ToggleButton button = new ToggleButton(tool.words);
    button.setId("tool-" + tool.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip(tool.words + "   " + tool.key));
    button.setOnAction(event -> toggle(tool));
    open.addListener(
        (property, before, now) -> button.setSelected(now.filter(tool::equals).isPresent()));
    tabs.getChildren().add(button);
    panes.put(tool, pane);
    HBox.setHgrow(pane, Priority.ALWAYS);
    getChildren().add(pane);
    show();
  }

  /** Opens or closes the first tool, unless somebody has chosen. */
  void suggest(boolean opened) {
    if (!chosen) {
      open.set(opened ? Optional.of(Tool.WHAT_IF) : Optional.empty());
    }
  }

  /** Opens a tool, or closes it where it is open. */
  void toggle(Tool tool) {
    chosen = true;
    open.set(open.get().filter(tool::equals).isPresent() ? Optional.empty() : Optional.of(tool));
  }

  void open(Tool tool) {
    chosen = true;
    open.set(Optional.of(tool));
  }

  /** The tool that is open. */
  Optional<Tool> shown() {
    return open.get();
  }

  private void show() {
    panes.forEach((tool, pane) -> Nodes.show(pane, open.get().filter(tool::equals).isPresent()));
    Nodes.show(this, open.get().isPresent());
  }
}
