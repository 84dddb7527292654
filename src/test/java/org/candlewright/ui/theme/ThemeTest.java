package org.candlewright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  private static final Path SOURCES = Path.of("src/main/java/org/candlewright/ui");
  private static final Path SHEETS = Path.of("resources/org/candlewright/ui/theme");
  private static final Pattern LITERAL =
      Pattern.compile(
          "#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}\\b|Color\\.(rgb|rgba|hsb|web|color|gray)\\(|"
              + "new Color\\(|Color\\.(?!TRANSPARENT)[A-Z]{3,}");

  @Test
  void noColourIsWrittenDownInJavaCode() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("theme/Tokens.java"))
              .flatMap(ThemeTest::literals)
              .toList();
      assertThat(found).isEmpty();
    }
  }

  @Test
  void rulesTakeTheirColoursFromTokens() throws IOException {
    for (String sheet :
        List.of("base.css", "controls.css", "tables.css", "shell.css", "builder.css")) {
      assertThat(literals(SHEETS.resolve(sheet)).toList()).as(sheet).isEmpty();
    }
  }

  private static Stream<String> literals(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> LITERAL.matcher(line).find())
          .map(line -> file + ": " + line.strip());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textIsReadableOnEverySurfaceOfATheme(Theme theme) {
    Tokens tokens = theme.tokens();
    for (String surface : List.of("surface-panel", "surface-raised")) {
      for (String text :
          List.of("text", "text-soft", "text-faint", "gain", "loss", "warning", "long", "short")) {
        assertThat(contrast(tokens.color(text), tokens.color(surface)))
            .as(theme + ": " + text + " on " + surface)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void lightReplacesValuesAndKeepsSizes() {
    assertThat(Theme.LIGHT.tokens().color("surface-panel"))
        .isNotEqualTo(Theme.DARK.tokens().color("surface-panel"));
    assertThat(Theme.LIGHT.tokens().size("height-row"))
        .isEqualTo(Theme.DARK.tokens().size("height-row"));
  }

  @Test
  void anUnknownTokenIsRefused() {
    Tokens tokens = Theme.DARK.tokens();
    assertThatThrownBy(() -> tokens.color("surface-moon")).hasMessageContaining("surface-moon");
  }

  private static double contrast(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
