package org.candlewright.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The fonts that come with the program. To the toolkit each weight is a family of its own, so
 * stylesheets name the family where they mean a weight.
 */
final class Fonts {
  static final String TEXT = "Inter";
  static final String STRONG = "Inter Semi Bold";
  static final String NUMBER = "JetBrains Mono";

  private Fonts() {}

  private static final class Loaded {
    static final boolean ONCE =
        read("Inter-Regular.otf")
            & read("Inter-SemiBold.otf")
            & read("JetBrainsMono-Regular.ttf")
            & read("JetBrainsMono-Medium.ttf");
  }

  /** Makes them known to the toolkit; the first call reads them. */
  static void load() {
    if (!Loaded.ONCE) {
      throw new IllegalStateException("a font of the program cannot be read");
    }
  }

  private static boolean read(String file) {
    try (InputStream in =
        Objects.requireNonNull(Fonts.class.getResourceAsStream("fonts/" + file), file)) {
      return Font.loadFont(in, 13) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
