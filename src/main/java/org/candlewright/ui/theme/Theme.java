package org.candlewright.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;

/** A complete look: base theme, values of the tokens, and our own rules on top. */
public enum Theme {
  DARK("dark", true, false, List.of("tokens.css")),
  LIGHT("light", false, false, List.of("tokens.css", "light.css")),
  DARK_COLOUR_BLIND(
      "dark-colour-blind", true, true, List.of("tokens.css", "colour-blind-dark.css")),
  LIGHT_COLOUR_BLIND(
      "light-colour-blind",
      false,
      true,
      List.of("tokens.css", "light.css", "colour-blind-light.css"));

  private static final List<String> RULES =
      List.of(
          "base.css",
          "controls.css",
          "tables.css",
          "shell.css",
          "builder.css",
          "explorer.css",
          "replay.css");

  private final String key;
  private final boolean dark;
  private final boolean colourBlind;
  private final List<String> values;

  Theme(String key, boolean dark, boolean colourBlind, List<String> values) {
    this.key = key;
    this.dark = dark;
    this.colourBlind = colourBlind;
    this.values = values;
  }

  /** Name in files and on the command line. */
  public String key() {
    return key;
  }

  public boolean dark() {
    return dark;
  }

  public boolean colourBlind() {
    return colourBlind;
  }

  /** The theme of that brightness and palette. */
  public static Theme of(boolean dark, boolean colourBlind) {
    return Arrays.stream(values())
        .filter(each -> each.dark == dark && each.colourBlind == colourBlind)
        .findFirst()
        .orElseThrow();
  }

  /** The theme of that key; empty if there is none. */
  public static Optional<Theme> named(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }

  /** Values of the tokens, for what is drawn by code. */
  public Tokens tokens() {
    return new Tokens(values);
  }

  /** Dresses a scene; its menus and tooltips follow. */
  public void apply(Scene scene) {
    Fonts.load();
    scene.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            java.util.stream.Stream.concat(values.stream(), RULES.stream())
                .map(Theme::url)
                .toList());
    scene.setFill(tokens().color("surface-window"));
  }

  private static String url(String sheet) {
    return Objects.requireNonNull(Theme.class.getResource(sheet), "no stylesheet " + sheet)
        .toExternalForm();
  }
}
