package org.candlewright.ui;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;

/** A tab of the window, as the shell sees it. */
public interface View {
  /** The title in lower case; names the tab in files and on the command line. */
  String name();

  String title();

  Region node();

  /** Shows a part of the view by its name; one that it does not have changes nothing. */
  default void showPart(String part) {}

  /** One line for somebody who is here for the first time; empty for none. */
  default String hint() {
    return "";
  }

  /** Keys that work while this view is shown, in the order to show them. */
  List<Shortcut> shortcuts();

  /** Whether background work is still going to change what the view shows. */
  ReadOnlyBooleanProperty busyProperty();

  /** What is to survive a restart, by name: splitters, selections, zoom. */
  Map<String, String> state();

  /** Takes back what {@link #state} gave; ignores what it does not know. */
  void restore(Map<String, String> state);
}
