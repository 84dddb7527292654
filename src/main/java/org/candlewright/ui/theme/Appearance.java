package org.candlewright.ui.theme;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * The look in force: scenes follow it, and what is drawn by code redraws when its tokens change.
 */
public final class Appearance {
  private final ObjectProperty<Theme> theme;
  private final ReadOnlyObjectWrapper<Tokens> tokens;

  public Appearance(Theme first) {
    theme = new SimpleObjectProperty<>(first);
    tokens = new ReadOnlyObjectWrapper<>(first.tokens());
    theme.addListener((property, before, now) -> tokens.set(now.tokens()));
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public Theme theme() {
    return theme.get();
  }

  /** Values of the tokens now, and a signal when they change. */
  public ReadOnlyObjectProperty<Tokens> tokensProperty() {
    return tokens.getReadOnlyProperty();
  }

  public Tokens tokens() {
    return tokens.get();
  }

  /** Dresses a scene now and whenever the theme changes. */
  public void follow(Scene scene) {
    theme.get().apply(scene);
    theme.addListener((property, before, now) -> now.apply(scene));
  }
}
