package org.candlewright.ui.replay;

import org.candlewright.market.BarSeries;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.ValueScale;

/** Draws candles at any zoom: one a bar, or one for as many bars as fall on a few pixels. */
final class CandlePainter {
  private static final double NARROWEST = 3;
  private static final int[] MULTIPLES = {
    1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 24, 30, 60, 120, 168, 240, 360, 720, 1_440, 2_880, 4_320,
    10_080, 20_160, 43_200, 129_600, 525_600
  };

  void draw(Pen pen, Shown shown, TimeScale time, ValueScale scale) {
    BarSeries bars = shown.bars();
    long barMillis = bars.timeframe().millis();
    double pixels = barMillis / time.millisPerPixel();
    int multiple = MULTIPLES[MULTIPLES.length - 1];
    for (int each : MULTIPLES) {
      if (each * pixels >= NARROWEST) {
        multiple = each;
        break;
      }
    }
    long bucket = multiple * barMillis;
    int at = Math.max(0, bars.firstAtOrAfter(time.fromMillis() - bucket));
    int end = Math.min(shown.endBar(), bars.firstAtOrAfter(time.toMillis()));
    double width = Math.max(1, Math.floor(multiple * pixels * 0.66));
    Pyramid.Range range = new Pyramid.Range();
    while (at < end) {
      long begins = Math.floorDiv(bars.openTime(at), bucket) * bucket;
      int next = multiple == 1 ? at + 1 : Math.min(end, bars.firstAtOrAfter(begins + bucket));
      shown.track().extremes().include(at, next, range.clear());
      double middle =
          multiple == 1
              ? time.x(bars.openTime(at)) + pixels / 2
              : time.x(begins) + multiple * pixels / 2;
      candle(
          pen,
          middle,
          width,
          scale.y(shown.price(bars.opens()[at])),
          scale.y(shown.price((long) range.max())),
          scale.y(shown.price((long) range.min())),
          scale.y(shown.price(bars.closes()[next - 1])));
      at = next;
    }
    shown.forming().ifPresent(bar -> forming(pen, bar, time, pixels, scale));
  }

  /** The bar in which the playhead stands, as wide as a candle. */
  private static void forming(
      Pen pen, Forming bar, TimeScale time, double pixels, ValueScale scale) {
    candle(
        pen,
        time.x(bar.openMillis()) + pixels / 2,
        Math.max(1, Math.floor(pixels * 0.66)),
        scale.y(bar.open()),
        scale.y(bar.high()),
        scale.y(bar.low()),
        scale.y(bar.close()));
  }

  private static void candle(
      Pen pen, double x, double width, double open, double high, double low, double close) {
    boolean rising = close <= open;
    String token = rising ? "candle-up" : "candle-down";
    double left = pen.snap(x - width / 2);
    double middle = width < 3 ? left : left + Math.floor((width - 1) / 2);
    double top = pen.snap(Math.min(open, close));
    double bottom = Math.max(top + 1, pen.snap(Math.max(open, close)));
    pen.vertical(token, middle, high, top);
    pen.vertical(token, middle, bottom, low);
    if (rising && width >= 3) {
      pen.frame(token, left, top, width, bottom - top);
    } else {
      pen.fill(token, left, top, width, bottom - top);
    }
  }
}
