package org.candlewright.ui.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.candlewright.ui.theme.Tokens;

/**
 * Two canvases on top of each other: a base that is drawn when its content changes, and an overlay
 * that follows the mouse or the playhead and is drawn alone. However often a layer is asked for, it
 * is drawn once a frame.
 */
public final class LayeredCanvas extends Region {
  /** Draws a layer. */
  @FunctionalInterface
  public interface Painter {
    void paint(Pen pen, double width, double height);
  }

  private final ReadOnlyObjectProperty<Tokens> tokens;
  private final Painter base;
  private final Painter overlay;
  private final Surface surface = new Surface();

  public LayeredCanvas(ReadOnlyObjectProperty<Tokens> tokens, Painter base, Painter overlay) {
    this.tokens = tokens;
    this.base = base;
    this.overlay = overlay;
    getChildren().add(surface);
    tokens.addListener((property, before, now) -> redraw());
  }

  /** Draws both layers with the next frame. */
  public void redraw() {
    surface.baseDue = true;
    redrawOverlay();
  }

  /** Draws the overlay alone with the next frame. */
  public void redrawOverlay() {
    surface.overlayDue = true;
    surface.requestLayout();
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return 100;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 100;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  /** Unmanaged, so that drawing again asks nothing of the layout around it. */
  private final class Surface extends Region {
    private final Canvas lower = new Canvas();
    private final Canvas upper = new Canvas();
    boolean baseDue = true;
    boolean overlayDue = true;

    Surface() {
      setManaged(false);
      getChildren().addAll(lower, upper);
      upper.setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
      double width = Math.floor(getWidth());
      double height = Math.floor(getHeight());
      if (lower.getWidth() != width || lower.getHeight() != height) {
        lower.setWidth(width);
        lower.setHeight(height);
        upper.setWidth(width);
        upper.setHeight(height);
        baseDue = true;
        overlayDue = true;
      }
      if (width <= 0 || height <= 0) {
        return;
      }
      if (baseDue) {
        baseDue = false;
        paint(lower, base, width, height);
      }
      if (overlayDue) {
        overlayDue = false;
        paint(upper, overlay, width, height);
      }
    }

    private void paint(Canvas canvas, Painter painter, double width, double height) {
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      painter.paint(
          new Pen(canvas.getGraphicsContext2D(), tokens.get(), deviceScale()), width, height);
    }

    private double deviceScale() {
      Window window = getScene() == null ? null : getScene().getWindow();
      return window == null ? 1 : Math.max(1, window.getOutputScaleX());
    }
  }
}
