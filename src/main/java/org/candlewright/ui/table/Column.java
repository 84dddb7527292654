package org.candlewright.ui.table;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import org.candlewright.ui.theme.Tokens;

/**
 * A column, declared once: how a cell looks, how rows sort, what stands in an exported file.
 *
 * @param key head in the file, with the unit: {@code net_pnl_usdt}
 * @param title head on the screen, with the unit
 * @param words whether it holds words, to the left, or numbers, to the right
 * @param width preferred, pixels
 * @param text what the cell shows
 * @param styles style classes of a row's cell
 * @param plain what the file shows: plain decimals, ISO times
 */
public record Column<R>(
    String key,
    String title,
    boolean words,
    double width,
    Function<R, String> text,
    Function<R, List<String>> styles,
    Function<R, String> plain,
    Comparator<R> order,
    Optional<Drawing<R>> drawing) {

  /** Draws a cell instead of writing it. */
  public interface Drawing<R> {
    /**
     * @param graphics of a canvas of the cell's size, cleared
     */
    void draw(GraphicsContext graphics, double width, double height, R row, Tokens tokens);
  }

  /** A small picture; it has no place in a file. */
  public static <R> Column<R> drawn(
      String key, String title, double width, Drawing<R> drawing, Comparator<R> order) {
    return new Column<>(
        key,
        title,
        false,
        width,
        row -> "",
        row -> List.of(),
        row -> "",
        order,
        Optional.of(drawing));
  }

  /** Words, sorted by the alphabet. */
  public static <R> Column<R> words(
      String key, String title, double width, Function<R, String> text) {
    return new Column<>(
        key,
        title,
        true,
        width,
        text,
        row -> List.of(),
        text,
        Comparator.comparing(text),
        Optional.empty());
  }

  /** A number; what is unknown sorts below every number. */
  public static <R> Column<R> number(
      String key,
      String title,
      double width,
      Function<R, Optional<BigDecimal>> value,
      Function<BigDecimal, String> format) {
    return new Column<>(
        key,
        title,
        false,
        width,
        row -> value.apply(row).map(format).orElse("unknown"),
        row -> value.apply(row).isPresent() ? List.of() : List.of("faint"),
        row -> value.apply(row).map(BigDecimal::toPlainString).orElse(""),
        (one, other) -> unknownFirst(value.apply(one), value.apply(other)),
        Optional.empty());
  }

  private static int unknownFirst(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isPresent(), other.isPresent());
    }
    return one.get().compareTo(other.get());
  }

  /** Gains green, losses red: for a column of changes whose text carries the sign. */
  public Column<R> judged(Function<R, Optional<BigDecimal>> value) {
    return styled(
        row ->
            switch (value.apply(row).map(BigDecimal::signum).orElse(0)) {
              case 1 -> List.of("gain");
              case -1 -> List.of("loss");
              default -> List.of("soft");
            });
  }

  public Column<R> styled(Function<R, List<String>> newStyles) {
    return new Column<>(key, title, words, width, text, newStyles, plain, order, drawing);
  }

  /** With another text on the screen. */
  public Column<R> written(Function<R, String> newText) {
    return new Column<>(key, title, words, width, newText, styles, plain, order, drawing);
  }

  /** With another text in the file. */
  public Column<R> exported(Function<R, String> newPlain) {
    return new Column<>(key, title, words, width, text, styles, newPlain, order, drawing);
  }

  public Column<R> ordered(Comparator<R> newOrder) {
    return new Column<>(key, title, words, width, text, styles, plain, newOrder, drawing);
  }
}
