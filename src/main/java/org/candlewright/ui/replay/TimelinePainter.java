package org.candlewright.ui.replay;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.Settlement;
import org.candlewright.replay.DecisionMark;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.DrawdownPainter;
import org.candlewright.ui.chart.LinePainter;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.TimeTick;
import org.candlewright.ui.chart.ValueScale;

/** Draws a whole run up to a row: equity, trades by side and result, settlements, events. */
final class TimelinePainter {
  static final double TOP = 20;
  static final double FOOT = 18;
  private static final double LANES = 54;

  /** Into how many steps the run's own range of equity is divided. */
  private static final int STEPS = 6;

  private final LinePainter line = new LinePainter();

  /**
   * @param end one past the last row that may show
   * @param instrument its trades stand out from those of the others
   * @param range of equity, see {@link #range}
   */
  void draw(
      Pen pen,
      LoadedRun run,
      TimeScale time,
      int end,
      double height,
      int instrument,
      Pyramid.Range range) {
    double bottom = height - FOOT;
    double lanes = bottom - LANES;
    axis(pen, time, height);
    equity(pen, run, time, end, lanes - 4, range);
    labels(pen, lanes);
    pen.horizontal("border-faint", time.left(), time.right(), lanes + 11);
    pen.horizontal("border-faint", time.left(), time.right(), lanes + 23);
    long until = run.run().rows().time(end - 1);
    boolean whole = end == run.rows();
    Spanning spanning = new Spanning(pen, run, time, until, whole, lanes);
    spanning.draw(leg -> leg.instrument() / run.legs() != instrument / run.legs(), 0.28);
    spanning.draw(leg -> leg.instrument() / run.legs() == instrument / run.legs(), 1);
    settlements(pen, run, time, until, lanes + 32);
    events(pen, run, time, until, lanes + 47);
  }

  /** Another run over it: its equity dashed, its own trades as lines under the lanes. */
  void drawBeside(
      Pen pen,
      LoadedRun run,
      TimeScale time,
      int end,
      double height,
      Beside beside,
      Pyramid.Range range) {
    double lanes = height - FOOT - LANES;
    long until = run.run().rows().time(end - 1);
    ValueScale scale = scale(range, lanes - 4);
    pen.dashed(
        () ->
            line.draw(
                pen,
                beside.equity(),
                beside.equity().firstAtOrAfter(until + 1),
                0,
                time,
                scale,
                "text-soft",
                1));
    changes(pen, beside, time, until, lanes);
  }

  /**
   * Extremes of equity up to a row and of what stands beside it. That reaches beyond in steps, so
   * that the axis is still while a slider moves.
   */
  static Pyramid.Range range(LoadedRun run, int end, Optional<Beside> beside) {
    Pyramid.Range range = new Pyramid.Range();
    run.equity().extremes(0, end, range);
    range.include(run.capital());
    long until = run.run().rows().time(end - 1);
    Pyramid.Range other = new Pyramid.Range();
    beside.ifPresent(
        each -> each.equity().extremes(0, each.equity().firstAtOrAfter(until + 1), other));
    double step = (range.max() - range.min()) / STEPS;
    if (!other.isEmpty() && step > 0) {
      range.include(range.max() + step * Math.ceil(Math.max(0, other.max() - range.max()) / step));
      range.include(range.min() - step * Math.ceil(Math.max(0, range.min() - other.min()) / step));
    }
    return range;
  }

  private static ValueScale scale(Pyramid.Range range, double bottom) {
    return ValueScale.around(
        range.min(), range.max(), 0.06, 0.06, TOP, Math.max(10, bottom - TOP - 4));
  }

  private static void labels(Pen pen, double lanes) {
    double x = TimelineView.LEFT - 8;
    pen.text("▲ Long", x, lanes + 9, "long", Pen.Type.TEXT, Pen.Align.RIGHT);
    pen.text("▼ Short", x, lanes + 22, "short", Pen.Type.TEXT, Pen.Align.RIGHT);
    pen.text("Funding", x, lanes + 36, "funding", Pen.Type.TEXT, Pen.Align.RIGHT);
    pen.text("Events", x, lanes + 50, "text-soft", Pen.Type.TEXT, Pen.Align.RIGHT);
  }

  private static void axis(Pen pen, TimeScale time, double height) {
    for (TimeTick tick : time.ticks(84)) {
      double x = time.x(tick.millis());
      pen.vertical(tick.major() ? "border" : "border-faint", x, TOP, height - FOOT);
      double half = pen.width(tick.label(), Pen.Type.NUMBER) / 2;
      if (x + half < time.right() + 10) {
        pen.text(
            tick.label(),
            x,
            height - 5,
            tick.major() ? "text-soft" : "text-faint",
            Pen.Type.NUMBER,
            Pen.Align.CENTER);
      }
    }
  }

  /** Trades of the other run alone as lines under their lane; trades it has not are struck out. */
  private static void changes(Pen pen, Beside other, TimeScale time, long until, double lanes) {
    double[] occupied = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (Trade trade : other.changes().fresh()) {
      mark(pen, trade, time, until, lanes, occupied, 10, 2);
    }
    Arrays.fill(occupied, Double.NEGATIVE_INFINITY);
    for (Trade trade : other.changes().lost()) {
      mark(pen, trade, time, until, lanes, occupied, 5, 1);
    }
  }

  private static void mark(
      Pen pen,
      Trade trade,
      TimeScale time,
      long until,
      double lanes,
      double[] occupied,
      double below,
      double height) {
    LegTrade leg = trade.first();
    int lane = leg.side() > 0 ? 0 : 1;
    double from = time.x(leg.entryMillis());
    double to = Math.max(from + 2, time.x(Math.min(until, leg.exitMillis())));
    if (leg.entryMillis() < until && to > occupied[lane] + 1) {
      occupied[lane] = to;
      pen.fill("text", from, lanes + (lane == 0 ? 1 : 13) + below - 1, to - from, height);
    }
  }

  private void equity(
      Pen pen, LoadedRun run, TimeScale time, int end, double bottom, Pyramid.Range range) {
    Series equity = run.equity();
    ValueScale scale = scale(range, bottom);
    DrawdownPainter.draw(pen, equity, end, run.capital(), time, scale);
    pen.dashedHorizontal("border-control", time.left(), time.right(), scale.y(run.capital()), 2, 3);
    line.draw(pen, equity, end, 0, time, scale, "text", 1.5);
    double x = TimelineView.LEFT - 8;
    double last = equity.value(end - 1);
    double capitalY = scale.y(run.capital());
    double lastY = Math.clamp(scale.y(last), TOP + 4, Math.max(TOP + 4, bottom - 8));
    if (Math.abs(capitalY - lastY) > 14) {
      pen.text(
          NumberText.plain(run.capital(), 0),
          x,
          capitalY + 4,
          "text-faint",
          Pen.Type.NUMBER,
          Pen.Align.RIGHT);
    }
    pen.text(NumberText.plain(last, 0), x, lastY + 4, "text", Pen.Type.NUMBER, Pen.Align.RIGHT);
  }

  /** Spans of trades in their lanes. */
  private record Spanning(
      Pen pen, LoadedRun run, TimeScale time, long until, boolean whole, double lanes) {

    void draw(Predicate<LegTrade> which, double opacity) {
      double[] occupied = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
      for (Trade trade : run.run().trades()) {
        LegTrade leg = trade.first();
        if (which.test(leg) && (whole || leg.exitMillis() < until)) {
          int lane = leg.side() > 0 ? 0 : 1;
          double from = time.x(leg.entryMillis());
          double to = Math.max(from + 2.5, time.x(leg.exitMillis()));
          // Where thousands fall on a pixel, one of them stands for all.
          if (to > occupied[lane] + 1 || to - from >= 3) {
            occupied[lane] = to;
            span(trade.net() >= 0, from, to, lanes + (lane == 0 ? 1 : 13), opacity);
          }
        }
      }
    }

    private void span(boolean gain, double from, double to, double top, double opacity) {
      if (gain) {
        pen.fill("gain", opacity, from, top, to - from, 9);
      } else if (opacity < 1) {
        pen.fill("loss", opacity * 0.7, from, top, to - from, 9);
      } else {
        pen.fill("loss-weak", from, top, to - from, 9);
        pen.frame("loss", from, top, to - from, 9);
      }
    }
  }

  /** The sum of each pixel's settlements: up received, down paid, its size against the largest. */
  private static void settlements(
      Pen pen, LoadedRun run, TimeScale time, long until, double middle) {
    pen.horizontal("border-faint", time.left(), time.right(), middle);
    double[] sums = new double[(int) time.width() + 2];
    double most = 0;
    for (Settlement each : run.run().settlements()) {
      if (each.timeMillis() > until) {
        break;
      }
      int x = Math.clamp((int) (time.x(each.timeMillis()) - time.left()), 0, sums.length - 1);
      sums[x] += each.amount();
      most = Math.max(most, Math.abs(sums[x]));
    }
    for (int x = 0; x < sums.length; x++) {
      if (sums[x] != 0) {
        double size = 1 + 5 * Math.sqrt(Math.abs(sums[x]) / most);
        pen.fill("funding", time.left() + x, sums[x] > 0 ? middle - size : middle, 1, size);
      }
    }
  }

  private static void events(Pen pen, LoadedRun run, TimeScale time, long until, double middle) {
    double last = Double.NEGATIVE_INFINITY;
    for (DecisionMark each : run.run().decisions()) {
      if (each.timeMillis() > until) {
        return;
      }
      double x = time.x(each.timeMillis());
      if (each.refused() && x - last > 8) {
        pen.cross("warning", x, middle, 3);
        last = x;
      }
    }
  }
}
