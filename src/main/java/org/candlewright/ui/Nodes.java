package org.candlewright.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small nodes that every view is made of. */
public final class Nodes {
  private Nodes() {}

  /** A text that is never cut: it keeps the width it needs. */
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A text that wraps where the room ends. */
  public static Label paragraph(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  public static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styles);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A button with an icon alone; its name is in the tooltip. */
  public static Button iconButton(Ikon icon, String name, Runnable action) {
    Button button = button("", action, "icon", "quiet");
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
    return button;
  }

  /** Takes the room that is left in a row. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  public static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  /** A row with a style class of its own. */
  public static HBox bar(String style, Node... nodes) {
    HBox bar = new HBox(nodes);
    bar.getStyleClass().add(style);
    return bar;
  }

  /** Shows or hides a node; a hidden one takes no room. */
  public static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
