package org.candlewright.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.candlewright.ui.theme.Tokens;

/**
 * Draws by token names on whole device pixels. Straight lines and rectangles are snapped, so that a
 * line of one pixel is one pixel at any scaling.
 */
public final class Pen {
  /** How text is set. */
  public enum Type {
    TEXT,
    STRONG,
    NUMBER
  }

  /** Where the given x lies in the text. */
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  private static final double MARK = 5;
  private static final double ON = 4;
  private static final double OFF = 3;

  private final GraphicsContext g;
  private final Tokens tokens;
  private final double scale;
  private final Font text;
  private final Font strong;
  private final Font number;

  /**
   * @param scale device pixels per unit
   */
  public Pen(GraphicsContext g, Tokens tokens, double scale) {
    this.g = g;
    this.tokens = tokens;
    this.scale = scale;
    this.text = tokens.textFont("size-small");
    this.strong = tokens.strongFont("size-small");
    this.number = tokens.numberFont("size-small");
  }

  public Tokens tokens() {
    return tokens;
  }

  /** The nearest border between device pixels. */
  public double snap(double value) {
    return Math.rint(value * scale) / scale;
  }

  private double hair() {
    return Math.max(1, Math.rint(scale)) / scale;
  }

  public void clear(double x, double y, double width, double height) {
    g.clearRect(x, y, width, height);
  }

  public void fill(String token, double x, double y, double width, double height) {
    fill(tokens.color(token), x, y, width, height);
  }

  /**
   * @param opacity 0 to 1
   */
  public void fill(String token, double opacity, double x, double y, double width, double height) {
    fill(tokens.color(token).deriveColor(0, 1, 1, opacity), x, y, width, height);
  }

  private void fill(Color color, double x, double y, double width, double height) {
    double left = snap(x);
    double top = snap(y);
    g.setFill(color);
    g.fillRect(left, top, snap(x + width) - left, snap(y + height) - top);
  }

  /** A frame of one pixel, inside the given rectangle. */
  public void frame(String token, double x, double y, double width, double height) {
    double hair = hair();
    double left = snap(x);
    double top = snap(y);
    double right = snap(x + width);
    double bottom = snap(y + height);
    g.setFill(tokens.color(token));
    g.fillRect(left, top, right - left, hair);
    g.fillRect(left, bottom - hair, right - left, hair);
    g.fillRect(left, top, hair, bottom - top);
    g.fillRect(right - hair, top, hair, bottom - top);
  }

  /** A horizontal line of one pixel. */
  public void horizontal(String token, double fromX, double toX, double y) {
    g.setFill(tokens.color(token));
    g.fillRect(snap(fromX), snap(y), snap(toX) - snap(fromX), hair());
  }

  /** A vertical line of one pixel. */
  public void vertical(String token, double x, double fromY, double toY) {
    g.setFill(tokens.color(token));
    g.fillRect(snap(x), snap(fromY), hair(), snap(toY) - snap(fromY));
  }

  /** A dashed horizontal line of one pixel. */
  public void dashedHorizontal(
      String token, double fromX, double toX, double y, double on, double off) {
    g.setFill(tokens.color(token));
    for (double x = snap(fromX); x < toX; x += on + off) {
      g.fillRect(x, snap(y), Math.min(on, toX - x), hair());
    }
  }

  /** A line between two points. */
  public void line(
      String token, double width, double[] dash, double x0, double y0, double x1, double y1) {
    g.setStroke(tokens.color(token));
    g.setLineWidth(width);
    g.setLineDashes(dash);
    g.strokeLine(x0, y0, x1, y1);
    g.setLineDashes();
  }

  /** A line through the first {@code count} points. */
  public void polyline(String token, double width, double[] xs, double[] ys, int count) {
    g.setStroke(tokens.color(token));
    g.setLineWidth(width);
    g.setLineJoin(javafx.scene.shape.StrokeLineJoin.ROUND);
    g.strokePolyline(xs, ys, count);
  }

  /** Draws with lines dashed. */
  public void dashed(Runnable drawing) {
    g.setLineDashes(ON, OFF);
    drawing.run();
    g.setLineDashes();
  }

  public void text(String words, double x, double baseline, String token, Type type, Align align) {
    g.setFill(tokens.color(token));
    g.setFont(font(type));
    g.setTextAlign(
        switch (align) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    g.fillText(words, snap(x), snap(baseline));
  }

  /** Words that run downwards from a place, their foot to the left. */
  public void downward(String words, double x, double y, String token, Type type) {
    g.save();
    g.translate(snap(x), snap(y));
    g.rotate(90);
    text(words, 0, 0, token, type, Align.LEFT);
    g.restore();
  }

  private Font font(Type type) {
    return switch (type) {
      case TEXT -> text;
      case STRONG -> strong;
      case NUMBER -> number;
    };
  }

  /** Words at body size. */
  public void body(String words, double x, double baseline, String token, boolean bold) {
    g.setFill(tokens.color(token));
    g.setFont(bodyFont(bold));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(words, snap(x), snap(baseline));
  }

  /** A number at body size, its end at the given x; a small one at small size. */
  public void bodyNumber(String words, double right, double baseline, String token, boolean less) {
    g.setFill(tokens.color(token));
    g.setFont(less ? number : tokens.numberFont("size-body"));
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(words, snap(right), snap(baseline));
  }

  /** A sentence at title size. */
  public void title(String words, double x, double baseline) {
    g.setFill(tokens.color("text"));
    g.setFont(tokens.strongFont("size-title"));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(words, snap(x), snap(baseline));
  }

  private Font bodyFont(boolean bold) {
    return bold ? tokens.strongFont("size-body") : tokens.textFont("size-body");
  }

  public double bodyWidth(String words, boolean bold) {
    return TextWidths.of(words, bodyFont(bold));
  }

  public double bodyNumberWidth(String words, boolean less) {
    return TextWidths.ofNumber(words, less ? number : tokens.numberFont("size-body"));
  }

  /** Words cut with an ellipsis where they do not fit. */
  public String fittedBody(String words, boolean bold, double room) {
    return fitted(words, bodyFont(bold), room);
  }

  /** Words cut with an ellipsis where they do not fit. */
  public String fitted(String words, Type type, double room) {
    return fitted(words, font(type), room);
  }

  private static String fitted(String words, Font font, double room) {
    if (TextWidths.of(words, font) <= room) {
      return words;
    }
    int length = words.length();
    while (length > 1 && TextWidths.of(words.substring(0, length) + "…", font) > room) {
      length--;
    }
    return words.substring(0, Math.max(0, length)) + "…";
  }

  /** Something that holds. */
  public void tick(String token, double x, double y) {
    g.setStroke(tokens.color(token));
    g.setLineWidth(1.5);
    g.strokePolyline(new double[] {x - 4, x - 1, x + 4}, new double[] {y, y + 3, y - 4}, 3);
  }

  /** How wide words are, pixels. */
  public double width(String words, Type type) {
    return type == Type.NUMBER
        ? TextWidths.ofNumber(words, number)
        : TextWidths.of(words, font(type));
  }

  /** A filled label with rounded corners; its text is vertically centred. */
  public void tag(String fill, String ink, double x, double y, double width, String words) {
    g.setFill(tokens.color(fill));
    g.fillRoundRect(snap(x), snap(y), snap(width), 16, 4, 4);
    text(words, x + 4, y + 12, ink, Type.NUMBER, Align.LEFT);
  }

  /** Long: a triangle that points up. */
  public void up(String token, double x, double y) {
    g.setFill(tokens.color(token));
    g.fillPolygon(
        new double[] {x - MARK, x + MARK, x}, new double[] {y + MARK, y + MARK, y - MARK + 1}, 3);
  }

  /** Short: a triangle that points down. */
  public void down(String token, double x, double y) {
    g.setFill(tokens.color(token));
    g.fillPolygon(
        new double[] {x - MARK, x + MARK, x}, new double[] {y - MARK, y - MARK, y + MARK - 1}, 3);
  }

  /** Long or short that is not of the run shown: the triangle's outline. */
  public void outline(String token, int side, double x, double y) {
    g.setStroke(tokens.color(token));
    g.setLineWidth(1);
    double tip = side > 0 ? y - MARK + 1 : y + MARK - 1;
    double base = side > 0 ? y + MARK : y - MARK;
    g.strokePolygon(new double[] {x - MARK, x + MARK, x}, new double[] {base, base, tip}, 3);
  }

  /** An exit: filled for a gain, hollow for a loss. */
  public void square(String token, boolean filled, double x, double y) {
    g.setFill(tokens.color(token));
    g.fillRect(snap(x - 4), snap(y - 4), 8, 8);
    if (!filled) {
      g.setFill(tokens.color("surface-panel"));
      g.fillRect(snap(x - 4) + 1.5, snap(y - 4) + 1.5, 5, 5);
    }
  }

  /** Something refused or failed. */
  public void cross(String token, double x, double y, double radius) {
    g.setStroke(tokens.color(token));
    g.setLineWidth(1.5);
    g.strokeLine(x - radius, y - radius, x + radius, y + radius);
    g.strokeLine(x - radius, y + radius, x + radius, y - radius);
  }

  public void polygon(String token, double[] xs, double[] ys) {
    g.setFill(tokens.color(token));
    g.fillPolygon(xs, ys, xs.length);
  }

  public void circle(String token, double x, double y, double radius) {
    g.setFill(tokens.color(token));
    g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** Draws with everything outside a rectangle cut off. */
  public void clipped(double x, double y, double width, double height, Runnable drawing) {
    g.save();
    g.beginPath();
    g.rect(snap(x), snap(y), snap(width), snap(height));
    g.clip();
    drawing.run();
    g.restore();
  }
}
