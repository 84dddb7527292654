package org.candlewright.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Design tokens of a theme by name, for what is drawn by code. Read from the same stylesheets that
 * style the controls, so a colour is written down once.
 */
public final class Tokens {
  private static final Pattern DECLARATION = Pattern.compile("(?m)^\\s*-([a-z0-9-]+):\\s*([^;]+);");

  private final Map<String, Color> colors = new HashMap<>();
  private final Map<String, Double> sizes = new HashMap<>();

  /**
   * @param sheets names of stylesheets in this package's resources; later ones replace values
   */
  Tokens(List<String> sheets) {
    Fonts.load();
    for (String sheet : sheets) {
      Matcher matcher = DECLARATION.matcher(text(sheet));
      while (matcher.find()) {
        put(matcher.group(1), matcher.group(2).strip());
      }
    }
  }

  private void put(String name, String value) {
    if (value.startsWith("#") || value.startsWith("rgba")) {
      colors.put(name, Color.web(value));
    } else if (value.matches("[0-9.]+(px|ms)?")) {
      sizes.put(name, Double.valueOf(value.replaceAll("px|ms", "")));
    }
  }

  private static String text(String sheet) {
    try (InputStream in =
        Objects.requireNonNull(Tokens.class.getResourceAsStream(sheet), "no stylesheet " + sheet)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A colour by its token's name without dashes in front, such as {@code surface-panel}.
   *
   * @throws IllegalArgumentException if there is no such token
   */
  public Color color(String name) {
    Color color = colors.get(name);
    if (color == null) {
      throw new IllegalArgumentException("there is no colour token '" + name + "'");
    }
    return color;
  }

  /**
   * A size in pixels (or a time in milliseconds) by its token's name, such as {@code height-row}.
   *
   * @throws IllegalArgumentException if there is no such token
   */
  public double size(String name) {
    Double size = sizes.get(name);
    if (size == null) {
      throw new IllegalArgumentException("there is no size token '" + name + "'");
    }
    return size;
  }

  /** The font for words that stand out. */
  public Font strongFont(String size) {
    return Font.font(Fonts.STRONG, size(size));
  }

  /** The font for words; size by its token, such as {@code size-small}. */
  public Font textFont(String size) {
    return Font.font(Fonts.TEXT, size(size));
  }

  /** The font for numbers: all digits are equally wide. */
  public Font numberFont(String size) {
    return Font.font(Fonts.NUMBER, size(size));
  }
}
