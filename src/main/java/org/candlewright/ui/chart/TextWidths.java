package org.candlewright.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Widths of words on screen, measured once; used by the window's thread alone. Numbers are set in a
 * font whose characters are all equally wide, so one measurement serves every number.
 */
final class TextWidths {
  private static final int KEPT = 4_000;
  private static final Map<String, Double> WIDTHS = new HashMap<>();

  private TextWidths() {}

  /** Width of a number in a font whose characters are equally wide. */
  static double ofNumber(String words, Font font) {
    return words.chars().allMatch(TextWidths::plain)
        ? words.length() * of("0", font)
        : of(words, font);
  }

  private static boolean plain(int character) {
    return character >= ' ' && character <= '~' || character == '\u2212';
  }

  static double of(String words, Font font) {
    if (WIDTHS.size() > KEPT) {
      WIDTHS.clear();
    }
    return WIDTHS.computeIfAbsent(
        font.getName() + font.getSize() + '\n' + words,
        key -> {
          Text text = new Text(words);
          text.setFont(font);
          return text.getLayoutBounds().getWidth();
        });
  }
}
