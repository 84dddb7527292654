package org.candlewright.ui.explorer;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.ui.chart.ContentChart;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.theme.Tokens;

/** Correlation below the diagonal, evidence of cointegration above it; a click selects the pair. */
final class HeatMap extends ContentChart<PairMatrix> {
  private static final double LABELS = 58;
  private static final double LEGEND = 40;
  private static final double LEAST_LABELLED = 10;
  private static final double LOWEST = 0.4;
  private static final int STEPS = 4;
  private static final double SWATCH = 34;

  private Optional<PairRow> selected = Optional.empty();

  HeatMap(ReadOnlyObjectProperty<Tokens> tokens, Consumer<PairRow> chosen) {
    super(tokens);
    setOnMouseClicked(
        event ->
            content().flatMap(shown -> at(shown, event.getX(), event.getY())).ifPresent(chosen));
  }

  void select(Optional<PairRow> row) {
    selected = row;
    redraw();
  }

  private double cell(PairMatrix shown, double width, double height) {
    double room = Math.min(width - LABELS - 14, height - LABELS - LEGEND - 8);
    return Math.max(1, Math.floor(room / Math.max(1, shown.size()) * 2) / 2);
  }

  private Optional<PairRow> at(PairMatrix shown, double x, double y) {
    double cell = cell(shown, getWidth(), getHeight());
    int column = (int) Math.floor((x - LABELS) / cell);
    int line = (int) Math.floor((y - 6) / cell);
    boolean inside = column >= 0 && line >= 0 && column < shown.size() && line < shown.size();
    return inside && column != line ? shown.rows()[line][column] : Optional.empty();
  }

  @Override
  protected void paint(PairMatrix shown, Pen pen, double width, double height) {
    double cell = cell(shown, width, height);
    double gap = cell > 4 ? 1 : 0;
    for (int line = 0; line < shown.size(); line++) {
      double y = 6 + line * cell;
      for (int column = 0; column < line; column++) {
        double value = shown.correlation()[line][column];
        pen.fill(shade(value), LABELS + column * cell, y, cell - gap, cell - gap);
      }
      pen.fill("border-faint", LABELS + line * cell, y, cell - gap, cell - gap);
      for (int column = line + 1; column < shown.size(); column++) {
        double radius = radius(shown.rows()[line][column], cell);
        pen.circle(
            radius > 1 ? "text" : "text-disabled",
            LABELS + (column + 0.5) * cell,
            y + cell / 2,
            radius);
      }
    }
    if (cell >= LEAST_LABELLED) {
      labels(shown, pen, cell);
    }
    frame(shown, pen, cell);
    legend(pen, 6 + shown.size() * cell + (cell >= LEAST_LABELLED ? LABELS : 6), width);
  }

  /** Token of a correlation. */
  private static String shade(double correlation) {
    if (Double.isNaN(correlation)) {
      return "surface-panel";
    }
    double share = Math.clamp((correlation - LOWEST) / (1 - LOWEST), 0, 1);
    return "heat-seq-" + Math.min(STEPS, (int) (share * (STEPS + 1)));
  }

  private static double radius(Optional<PairRow> row, double cell) {
    double p = row.flatMap(PairRow::figures).map(known -> known.test().pValue()).orElse(1.0);
    double full = Math.min(6, cell * 0.36);
    return p < 0.01 ? full : p < 0.05 ? full * 0.7 : p < 0.1 ? full * 0.45 : Math.min(0.8, full);
  }

  private void labels(PairMatrix shown, Pen pen, double cell) {
    for (int i = 0; i < shown.size(); i++) {
      String name = pen.fitted(PairText.asset(shown.ids().get(i)), Pen.Type.TEXT, LABELS - 8);
      var id = shown.ids().get(i);
      boolean chosen =
          selected.filter(row -> row.first().equals(id) || row.second().equals(id)).isPresent();
      String ink = chosen ? "text" : "text-soft";
      Pen.Type type = chosen ? Pen.Type.STRONG : Pen.Type.TEXT;
      pen.text(name, LABELS - 6, 6 + (i + 0.5) * cell + 4, ink, type, Pen.Align.RIGHT);
      pen.downward(name, LABELS + (i + 0.5) * cell - 4, 6 + shown.size() * cell + 4, ink, type);
    }
  }

  private void frame(PairMatrix shown, Pen pen, double cell) {
    selected.ifPresent(
        row -> {
          int a = shown.ids().indexOf(row.first());
          int b = shown.ids().indexOf(row.second());
          if (a >= 0 && b >= 0) {
            double wide = Math.max(cell + 1, 8);
            pen.frame("text", LABELS + a * cell - 1, 6 + b * cell - 1, wide, wide);
            pen.frame("text", LABELS + b * cell - 1, 6 + a * cell - 1, wide, wide);
          }
        });
  }

  private static void legend(Pen pen, double top, double width) {
    double x = 12;
    pen.text("Correlation", x, top + 14, "text-soft", Pen.Type.TEXT, Pen.Align.LEFT);
    x += 72;
    for (int step = 0; step <= STEPS; step++) {
      pen.fill("heat-seq-" + step, x + step * SWATCH, top + 5, SWATCH, 11);
      if (step > 0) {
        String from = NumberText.plain(LOWEST + step * (1 - LOWEST) / (STEPS + 1), 2);
        pen.text(
            from, x + step * SWATCH, top + 28, "text-faint", Pen.Type.NUMBER, Pen.Align.CENTER);
      }
    }
    x += (STEPS + 1) * SWATCH + 24;
    if (x + 190 > width) {
      return;
    }
    pen.text("p below", x, top + 14, "text-soft", Pen.Type.TEXT, Pen.Align.LEFT);
    double[] radii = {2.7, 4.2, 6};
    String[] names = {"0.10", "0.05", "0.01"};
    for (int i = 0; i < radii.length; i++) {
      double at = x + 66 + i * 44;
      pen.circle("text", at, top + 10, radii[i]);
      pen.text(names[i], at, top + 28, "text-faint", Pen.Type.NUMBER, Pen.Align.CENTER);
    }
  }

  @Override
  protected void paintHover(
      PairMatrix shown, Pen pen, double width, double height, double x, double y) {
    at(shown, x, y)
        .ifPresent(
            row -> {
              String words = words(row);
              double length = pen.width(words, Pen.Type.NUMBER) + 12;
              double left = Math.clamp(x + 12, 0, Math.max(0, width - length));
              double top = Math.clamp(y - 26, 0, height - 20);
              pen.fill("surface-overlay", left, top, length, 20);
              pen.frame("border-control", left, top, length, 20);
              pen.text(words, left + 6, top + 14, "text", Pen.Type.NUMBER, Pen.Align.LEFT);
            });
  }

  private static String words(PairRow row) {
    return PairText.name(row)
        + "  "
        + (row.correlation().isPresent()
            ? "ρ " + PairText.fixed(row.correlation().getAsDouble(), 2)
            : row.note())
        + row.figures().map(known -> ", p " + PairText.fixed(known.test().pValue(), 4)).orElse("");
  }
}
