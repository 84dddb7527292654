package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.backtest.Trade;
import org.candlewright.market.BarSeries;
import org.candlewright.replay.DecisionMark;
import org.candlewright.ui.chart.TimeScale;

/** Finds which trades and refusals lie in view, and where. */
final class Spans {
  private static final int MOST = 600;

  /** From so many trades on only one a pixel is looked at. */
  private static final int CROWD = 300;

  private Spans() {}

  /**
   * Closed trades that touch the time shown and have ended at the playhead, by exit. Where many end
   * within a pixel, one stands for all.
   */
  static List<TradeSpans.Span> seen(Shown shown, TimeScale time) {
    TradeSpans all = shown.run().spans(shown.instrument());
    List<TradeSpans.Span> seen = new ArrayList<>();
    int at = all.firstExit(0, time.fromMillis());
    while (at < all.size()
        && shown.happened(all.get(at).leg().exitMillis())
        && !all.allEnteredAfter(at, time.toMillis())) {
      TradeSpans.Span span = all.get(at++);
      if (span.leg().entryMillis() <= time.toMillis()) {
        seen.add(span);
        if (seen.size() >= CROWD) {
          at = all.firstExit(at, span.leg().exitMillis() + (long) time.millisPerPixel());
        }
      }
    }
    return seen;
  }

  /** Trades of the other run alone that touch the time shown and have begun before the playhead. */
  static List<Trade> beside(Shown shown, TimeScale time) {
    if (shown.beside().isEmpty()) {
      return List.of();
    }
    Beside other = shown.beside().get();
    List<Trade> all = other.changes().fresh();
    List<Trade> seen = new ArrayList<>();
    for (int i = other.firstFresh(time.fromMillis()); i < all.size() && seen.size() < MOST; i++) {
      Trade trade = all.get(i);
      if (trade.first().entryMillis() > time.toMillis()) {
        break;
      }
      if (trade.first().exitMillis() >= time.fromMillis()
          && trade.first().instrument() == shown.instrument()
          && shown.happened(trade.first().entryMillis())) {
        seen.add(trade);
      }
    }
    return seen;
  }

  /** Refused decisions in view, up to the playhead. */
  static List<DecisionMark> refusals(Shown shown, TimeScale time) {
    List<DecisionMark> all = shown.run().run().decisions();
    List<DecisionMark> seen = new ArrayList<>();
    int low = shown.run().firstDecisionAt(time.fromMillis());
    long until = Math.min(shown.head(), time.toMillis());
    for (int i = low; i < all.size() && all.get(i).timeMillis() <= until; i++) {
      DecisionMark each = all.get(i);
      if (each.refused() && each.instrument() == shown.instrument() && seen.size() < MOST) {
        seen.add(each);
      }
    }
    return seen;
  }

  /** The bar in which a time lies, or the last before it. */
  static int bar(Shown shown, long millis) {
    return shown.bars().firstAtOrAfter(millis + 1) - 1;
  }

  /** The middle of the bar in which a time lies. */
  static double x(Shown shown, TimeScale time, long millis) {
    BarSeries bars = shown.bars();
    int bar = Math.min(bar(shown, millis), Math.max(0, shown.endBar() - 1));
    long open = bar < 0 ? millis : bars.openTime(bar);
    return time.x(open + bars.timeframe().millis() / 2);
  }
}
