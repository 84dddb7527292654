package org.candlewright.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.candlewright.analytics.funding.RatePattern;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.ContentChart;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Plot;
import org.candlewright.ui.chart.ValueScale;
import org.candlewright.ui.theme.Tokens;

/** Mean rate per eight hours by recurring slots of time, with the interval that holds it. */
final class PatternChart extends ContentChart<PatternChart.Slots> {
  private static final double AXIS = 38;
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  PatternChart(ReadOnlyObjectProperty<Tokens> tokens) {
    super(tokens);
  }

  /**
   * Slots that hold settlements.
   *
   * @param names below the bars
   * @param means bps per eight hours
   * @param halfWidths of the 95 % interval; NaN where it cannot be told
   */
  record Slots(List<String> names, double[] means, double[] halfWidths, int[] counts) {
    static Slots byHour(RatePattern pattern) {
      return of(
          pattern,
          IntStream.range(0, 24)
              .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
              .toList());
    }

    static Slots byWeekday(RatePattern pattern) {
      return of(pattern, DAYS);
    }

    private static Slots of(RatePattern pattern, List<String> names) {
      int[] used =
          IntStream.range(0, names.size()).filter(slot -> pattern.counts()[slot] > 0).toArray();
      return new Slots(
          IntStream.of(used).mapToObj(names::get).toList(),
          IntStream.of(used).mapToDouble(slot -> pattern.means()[slot] * 1e4).toArray(),
          IntStream.of(used).mapToDouble(slot -> pattern.halfWidth95(slot) * 1e4).toArray(),
          IntStream.of(used).map(slot -> pattern.counts()[slot]).toArray());
    }
  }

  @Override
  protected void paint(Slots slots, Pen pen, double width, double height) {
    Plot plot = Plot.in(width, height, AXIS);
    Pyramid.Range range = new Pyramid.Range();
    range.include(0);
    for (int i = 0; i < slots.means().length; i++) {
      double half = Double.isFinite(slots.halfWidths()[i]) ? slots.halfWidths()[i] : 0;
      range.include(slots.means()[i] - half);
      range.include(slots.means()[i] + half);
    }
    ValueScale scale = plot.values(range.min(), range.max(), 0.06, range.min() < 0 ? 0.06 : 0);
    plot.drawValues(pen, scale);
    double step = plot.width() / Math.max(1, slots.names().size());
    double zero = scale.y(0);
    double bar = Math.min(30, Math.max(2, step * 0.62));
    double free = -1;
    for (int i = 0; i < slots.names().size(); i++) {
      double middle = plot.left() + (i + 0.5) * step;
      double y = scale.y(slots.means()[i]);
      String token = slots.means()[i] < 0 ? "loss" : "funding";
      double top = Math.min(y, zero);
      double tall = Math.max(1, Math.abs(zero - y));
      pen.fill(token + "-weak", middle - bar / 2, top, bar, tall);
      pen.frame(token, middle - bar / 2, top, bar, tall);
      double half = slots.halfWidths()[i];
      if (Double.isFinite(half)) {
        pen.vertical(
            "text", middle, scale.y(slots.means()[i] + half), scale.y(slots.means()[i] - half));
      }
      double wide = pen.width(slots.names().get(i), Pen.Type.NUMBER);
      if (middle - wide / 2 > free) {
        plot.label(pen, slots.names().get(i), middle);
        free = middle + wide / 2 + 6;
      }
    }
    pen.horizontal("border-strong", plot.left(), plot.right(), zero);
  }

  @Override
  protected void paintHover(Slots slots, Pen pen, double width, double height, double x, double y) {
    Plot plot = Plot.in(width, height, AXIS);
    if (!plot.holds(x) || slots.names().isEmpty()) {
      return;
    }
    int at =
        Math.clamp(
            (int) ((x - plot.left()) / plot.width() * slots.names().size()),
            0,
            slots.names().size() - 1);
    plot.readOut(
        pen,
        slots.names().get(at)
            + "  "
            + NumberText.signed(slots.means()[at], 2)
            + " of "
            + slots.counts()[at]);
  }
}
