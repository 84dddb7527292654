package org.candlewright.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.StackPane;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.theme.Tokens;

/**
 * Equity of a run over time with its drawdown below and its entries and exits marked. The mouse
 * shows time and values.
 */
public final class EquityChart extends StackPane {
  private static final double AXIS = 68;
  private static final double HEAD = 24;
  private static final double FOOT = 20;
  private static final double DRAWDOWN_SHARE = 0.28;
  private static final double MARK_SPACING = 14;

  private final LayeredCanvas canvas;
  private final LinePainter line = new LinePainter();
  private Optional<Content> content = Optional.empty();
  private double mouseX = Double.NaN;

  /**
   * What is shown.
   *
   * @param equity one value a bar of the run's clock, in the account's currency
   * @param capital equity before the first bar
   * @param currency the account's currency
   * @param marks entries and exits by time
   * @param deepest largest fall below the highest equity so far, as a fraction of it
   */
  public record Content(
      Series equity, double capital, String currency, List<Mark> marks, double deepest) {

    /**
     * Looks through the whole column once for the deepest drawdown: not for the window's thread.
     */
    public static Content of(Series equity, double capital, String currency, List<Mark> marks) {
      double peak = capital;
      double deepest = 0;
      for (int i = 0; i < equity.size(); i++) {
        double value = equity.value(i);
        peak = Math.max(peak, value);
        deepest = Math.max(deepest, (peak - value) / peak);
      }
      return new Content(equity, capital, currency, List.copyOf(marks), deepest);
    }

    double drawdown(int index) {
      return DrawdownPainter.at(equity, index, capital);
    }
  }

  /**
   * An entry or exit.
   *
   * @param side 1 long, -1 short
   * @param entry whether it opens a position
   * @param gain whether the trade it closes gained
   */
  public record Mark(long timeMillis, int side, boolean entry, boolean gain) {}

  public EquityChart(ReadOnlyObjectProperty<Tokens> tokens) {
    canvas = new LayeredCanvas(tokens, this::paint, this::paintHover);
    getChildren().add(canvas);
    getStyleClass().add("equity-chart");
    setMinSize(0, 0);
    setOnMouseMoved(
        event -> {
          mouseX = event.getX();
          canvas.redrawOverlay();
        });
    setOnMouseExited(
        event -> {
          mouseX = Double.NaN;
          canvas.redrawOverlay();
        });
  }

  /** Shows a run's equity. */
  public void show(Content shown) {
    content = shown.equity().size() == 0 ? Optional.empty() : Optional.of(shown);
    canvas.redraw();
  }

  /** Shows nothing. */
  public void clear() {
    content = Optional.empty();
    canvas.redraw();
  }

  private TimeScale time(Content shown, double width) {
    Series equity = shown.equity();
    long first = equity.time(0);
    long last = equity.time(equity.size() - 1);
    return new TimeScale(first, Math.max(first + 1, last), 8, Math.max(1, width - AXIS - 16));
  }

  private static double upperHeight(double height) {
    return Math.max(20, (height - HEAD - FOOT) * (1 - DRAWDOWN_SHARE));
  }

  private static ValueScale upper(Content shown, double height) {
    Pyramid.Range range = new Pyramid.Range();
    shown.equity().extremes(0, shown.equity().size(), range);
    range.include(shown.capital());
    return ValueScale.around(range.min(), range.max(), 0.06, 0.12, HEAD, upperHeight(height) - 4);
  }

  private void paint(Pen pen, double width, double height) {
    pen.fill("surface-panel", 0, 0, width, height);
    content.ifPresent(shown -> paint(shown, pen, width, height));
  }

  private void paint(Content shown, Pen pen, double width, double height) {
    TimeScale time = time(shown, width);
    ValueScale scale = upper(shown, height);
    double bottom = HEAD + upperHeight(height);
    double plotEnd = height - FOOT;
    int size = shown.equity().size();
    for (TimeTick tick : time.ticks(84)) {
      double x = time.x(tick.millis());
      pen.vertical(tick.major() ? "border" : "border-faint", x, HEAD, plotEnd);
      double half = pen.width(tick.label(), Pen.Type.NUMBER) / 2;
      if (x - half > 2 && x + half < width - AXIS + 4) {
        pen.text(
            tick.label(),
            x,
            height - 6,
            tick.major() ? "text-soft" : "text-faint",
            Pen.Type.NUMBER,
            Pen.Align.CENTER);
      }
    }
    scale.ticks(36).forEach(v -> pen.horizontal("border-faint", 0, width - AXIS, scale.y(v)));
    pen.dashedHorizontal("border-control", 0, width - AXIS, scale.y(shown.capital()), 2, 3);
    DrawdownPainter.draw(pen, shown.equity(), size, shown.capital(), time, scale);
    line.draw(pen, shown.equity(), size, 0, time, scale, "text", 1.5);
    marks(shown, pen, time, scale, bottom);
    AxisTags tags = new AxisTags(HEAD - 8, bottom);
    double last = shown.equity().value(size - 1);
    int decimals = Math.abs(last) < 1_000 ? 2 : scale.tickDecimals(36);
    tags.add(scale.y(last), NumberText.plain(last, decimals), "text", "surface-panel");
    tags.draw(pen, scale, width - AXIS, AXIS, 36, decimals);
    drawdown(shown, pen, time, width, bottom, plotEnd);
    pen.horizontal("border", 0, width, plotEnd);
    pen.vertical("border-faint", width - AXIS, HEAD, plotEnd);
  }

  private static void marks(
      Content shown, Pen pen, TimeScale time, ValueScale scale, double bottom) {
    boolean few = shown.marks().size() * MARK_SPACING / 2 <= time.width();
    for (Mark mark : shown.marks()) {
      double x = time.x(mark.timeMillis());
      if (few) {
        Series equity = shown.equity();
        int at = Math.max(0, equity.firstAtOrAfter(mark.timeMillis() + 1) - 1);
        double y = scale.y(equity.value(at));
        if (!mark.entry()) {
          pen.square(mark.gain() ? "gain" : "loss", mark.gain(), x, y);
        } else if (mark.side() > 0) {
          pen.up("long", x, y + 9);
        } else {
          pen.down("short", x, y - 9);
        }
      } else if (!mark.entry()) {
        // Too many to tell apart on the line: exits stand as ticks, gains up and losses down.
        double base = bottom - 9;
        pen.vertical(
            mark.gain() ? "gain" : "loss",
            x,
            mark.gain() ? base - 5 : base + 1,
            mark.gain() ? base : base + 6);
      }
    }
  }

  private void drawdown(
      Content shown, Pen pen, TimeScale time, double width, double top, double bottom) {
    Series equity = shown.equity();
    pen.horizontal("border", 0, width, top);
    double deepest = shown.deepest();
    double room = deepest > 0 ? deepest : 0.01;
    ValueScale scale = new ValueScale(-room * 1.12, 0, top + 18, bottom - top - 20);
    Pyramid.Range range = new Pyramid.Range();
    double peak = shown.capital();
    double fall = 0;
    int from = 0;
    for (int x = 0; x < time.width(); x++) {
      int to = equity.firstAtOrAfter(time.time(time.left() + x + 1));
      if (to > from) {
        equity.extremes(from, to, range.clear());
        peak = Math.max(peak, range.max());
        fall = (peak - range.min()) / peak;
        from = to;
      }
      double y = scale.y(-fall);
      pen.fill("loss-weak", time.left() + x, scale.top(), 1, y - scale.top());
      pen.fill("loss", time.left() + x, y - 1, 1, 1);
    }
    double current = shown.drawdown(equity.size() - 1);
    pen.text("Drawdown", 8, top + 14, "text-soft", Pen.Type.STRONG, Pen.Align.LEFT);
    double x = 16 + pen.width("Drawdown", Pen.Type.STRONG);
    pen.text(
        "deepest " + NumberText.plain(-deepest * 100, 2) + " %",
        x,
        top + 14,
        "loss",
        Pen.Type.NUMBER,
        Pen.Align.LEFT);
    AxisTags tags = new AxisTags(top + 8, bottom);
    tags.add(scale.y(-current), NumberText.plain(-current * 100, 2) + " %", "loss", "text-on-fill");
    ValueScale percent = new ValueScale(scale.low() * 100, 0, scale.top(), scale.height());
    tags.draw(pen, percent, width - AXIS, AXIS, 26, percent.tickDecimals(26));
  }

  private void paintHover(Pen pen, double width, double height) {
    content.ifPresent(shown -> paintHover(shown, pen, width, height));
  }

  private void paintHover(Content shown, Pen pen, double width, double height) {
    TimeScale time = time(shown, width);
    Series equity = shown.equity();
    boolean over = mouseX >= time.left() && mouseX <= time.right();
    int index =
        over ? Math.max(0, equity.firstAtOrAfter(time.time(mouseX) + 1) - 1) : equity.size() - 1;
    double value = equity.value(index);
    if (over) {
      double x = time.x(equity.time(index));
      pen.vertical("border-strong", x, HEAD, height - FOOT);
      ValueScale scale = upper(shown, height);
      pen.circle("text", x, scale.y(value), 3);
    }
    double x = 8;
    pen.text("Equity", x, 16, "text", Pen.Type.STRONG, Pen.Align.LEFT);
    x += pen.width("Equity", Pen.Type.STRONG) + 8;
    x = head(pen, NumberText.plain(value, 2), x, "text");
    x = head(pen, shown.currency(), x - 2, "text-faint") + 4;
    double change = value / shown.capital() - 1;
    x = head(pen, NumberText.signedPercent(change, 2) + " %", x, change < 0 ? "loss" : "gain");
    if (over) {
      x =
          head(
              pen,
              "drawdown " + NumberText.plain(-shown.drawdown(index) * 100, 2) + " %",
              x,
              "text-soft");
      head(pen, TimeText.moment(equity.time(index)) + " UTC", x, "text-faint");
    }
  }

  private static double head(Pen pen, String words, double x, String token) {
    pen.text(words, x, 16, token, Pen.Type.NUMBER, Pen.Align.LEFT);
    return x + pen.width(words, Pen.Type.NUMBER) + 8;
  }
}
