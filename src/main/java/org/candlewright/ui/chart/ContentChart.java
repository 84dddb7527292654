package org.candlewright.ui.chart;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.StackPane;
import org.candlewright.ui.theme.Tokens;

/**
 * A chart of one thing at a time; without anything to show it draws nothing, not an empty axis.
 *
 * @param <T> what it shows
 */
public abstract class ContentChart<T> extends StackPane {
  private final LayeredCanvas canvas;
  private Optional<T> content = Optional.empty();
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;

  protected ContentChart(ReadOnlyObjectProperty<Tokens> tokens) {
    canvas =
        new LayeredCanvas(
            tokens,
            (pen, width, height) -> {
              pen.fill("surface-panel", 0, 0, width, height);
              content.ifPresent(shown -> paint(shown, pen, width, height));
            },
            (pen, width, height) -> {
              if (!Double.isNaN(mouseX)) {
                content.ifPresent(shown -> paintHover(shown, pen, width, height, mouseX, mouseY));
              }
            });
    getChildren().add(canvas);
    setMinSize(0, 0);
    setOnMouseMoved(event -> hover(event.getX(), event.getY()));
    setOnMouseExited(event -> hover(Double.NaN, Double.NaN));
  }

  private void hover(double x, double y) {
    mouseX = x;
    mouseY = y;
    canvas.redrawOverlay();
  }

  public final void show(T shown) {
    content = Optional.of(shown);
    canvas.redraw();
  }

  public final void clear() {
    content = Optional.empty();
    canvas.redraw();
  }

  protected final Optional<T> content() {
    return content;
  }

  /** Draws again what is shown, after something else it depends on has changed. */
  protected final void redraw() {
    canvas.redraw();
  }

  protected abstract void paint(T shown, Pen pen, double width, double height);

  /** Draws what belongs under the mouse. */
  protected void paintHover(T shown, Pen pen, double width, double height, double x, double y) {}
}
