package org.candlewright.ui.chart;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.candlewright.ui.theme.Tokens;

/**
 * Canvases on top of each other: a base that is drawn when its content changes, an overlay that
 * follows the mouse or the playhead and is drawn alone, and where wanted a layer between them for
 * what changes now and then. However often a layer is asked for, it is drawn once a frame.
 */
public final class LayeredCanvas extends Region {
  /** Draws a layer. */
  @FunctionalInterface
  public interface Painter {
    void paint(Pen pen, double width, double height);
  }

  private final ReadOnlyObjectProperty<Tokens> tokens;
  private final List<Layer> layers;
  private final Surface surface = new Surface();

  /** A canvas and what draws on it. */
  private static final class Layer {
    final Canvas canvas = new Canvas();
    final Painter painter;
    boolean due = true;

    Layer(Painter painter) {
      this.painter = painter;
      canvas.setMouseTransparent(true);
    }
  }

  public LayeredCanvas(ReadOnlyObjectProperty<Tokens> tokens, Painter base, Painter overlay) {
    this(tokens, List.of(base, overlay));
  }

  /**
   * @param painters of the layers, the base first
   */
  public LayeredCanvas(ReadOnlyObjectProperty<Tokens> tokens, List<Painter> painters) {
    this.tokens = tokens;
    this.layers = painters.stream().map(Layer::new).toList();
    surface.getChildren().setAll(layers.stream().map(layer -> layer.canvas).toList());
    getChildren().add(surface);
    tokens.addListener((property, before, now) -> redraw());
  }

  /** Draws all layers with the next frame. */
  public void redraw() {
    layers.forEach(layer -> layer.due = true);
    surface.requestLayout();
  }

  /**
   * Draws a layer alone with the next frame.
   *
   * @param layer 0 is the base
   */
  public void redraw(int layer) {
    layers.get(layer).due = true;
    surface.requestLayout();
  }

  /** Draws the overlay alone with the next frame. */
  public void redrawOverlay() {
    redraw(layers.size() - 1);
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
    Surface() {
      setManaged(false);
    }

    @Override
    protected ObservableList<Node> getChildren() {
      return super.getChildren();
    }

    @Override
    protected void layoutChildren() {
      double width = Math.floor(getWidth());
      double height = Math.floor(getHeight());
      for (Layer layer : layers) {
        fit(layer, width, height);
        if (layer.due && width > 0 && height > 0) {
          layer.due = false;
          paint(layer.canvas, layer.painter, width, height);
        }
      }
    }

    private void fit(Layer layer, double width, double height) {
      Canvas canvas = layer.canvas;
      if (canvas.getWidth() != width || canvas.getHeight() != height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
        layer.due = true;
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
