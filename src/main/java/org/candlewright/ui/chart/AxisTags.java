package org.candlewright.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tags with last values on a value axis. They push each other apart, stay inside the pane, and hide
 * the axis labels beneath.
 */
public final class AxisTags {
  private static final double HEIGHT = 17;
  private static final int ROUNDS = 30;

  private final double top;
  private final double bottom;
  private final List<Tag> tags = new ArrayList<>();

  /**
   * A tag.
   *
   * @param y where its value lies
   * @param fill token of its background
   * @param ink token of its text
   */
  public record Tag(double y, String text, String fill, String ink) {}

  public AxisTags(double top, double bottom) {
    this.top = top;
    this.bottom = bottom;
  }

  /** Adds a tag; one whose value lies outside the pane is left out. */
  public void add(double y, String text, String fill, String ink) {
    if (y >= top - 1 && y <= bottom + 1) {
      tags.add(new Tag(y, text, fill, ink));
    }
  }

  /** The tags, each with the y of its centre. */
  public List<Tag> placed() {
    List<Tag> sorted = new ArrayList<>(tags);
    sorted.sort(Comparator.comparingDouble(Tag::y));
    double[] ys = sorted.stream().mapToDouble(Tag::y).toArray();
    double half = HEIGHT / 2;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i + 1 < ys.length; i++) {
        double missing = HEIGHT - (ys[i + 1] - ys[i]);
        if (missing > 0) {
          ys[i] -= missing / 2;
          ys[i + 1] += missing / 2;
        }
      }
      for (int i = 0; i < ys.length; i++) {
        ys[i] = Math.clamp(ys[i], top + half, Math.max(top + half, bottom - half));
      }
    }
    List<Tag> placed = new ArrayList<>();
    for (int i = 0; i < ys.length; i++) {
      Tag tag = sorted.get(i);
      placed.add(new Tag(ys[i], tag.text(), tag.fill(), tag.ink()));
    }
    return placed;
  }

  /** Draws the axis: labels of the ticks that no tag covers, then the tags. */
  public void draw(
      Pen pen, ValueScale scale, double x, double width, double spacing, int decimals) {
    List<Tag> placed = placed();
    for (double tick : scale.ticks(spacing)) {
      double y = scale.y(tick);
      boolean free = placed.stream().allMatch(tag -> Math.abs(tag.y() - y) > 15);
      if (free && y > top + 6 && y < bottom - 5) {
        pen.text(
            NumberText.plain(tick, decimals),
            x + 8,
            y + 4,
            "text-faint",
            Pen.Type.NUMBER,
            Pen.Align.LEFT);
      }
    }
    for (Tag tag : placed) {
      pen.tag(tag.fill(), tag.ink(), x + 1, tag.y() - 8, width - 2, tag.text());
    }
  }
}
