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

  private Spans() {}

  /** Closed trades that touch the time shown and have ended at the playhead, the latest at most. */
  static List<LoadedRun.Span> seen(Shown shown, TimeScale time) {
    List<LoadedRun.Span> all = shown.run().spans(shown.instrument());
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).leg().exitMillis() < time.fromMillis()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<LoadedRun.Span> seen = new ArrayList<>();
    for (int i = low; i < all.size() && seen.size() < MOST; i++) {
      LoadedRun.Span span = all.get(i);
      if (!shown.happened(span.leg().exitMillis())) {
        break;
      }
      if (span.leg().entryMillis() <= time.toMillis()) {
        seen.add(span);
      }
    }
    return seen;
  }

  /** Trades of the other run alone that touch the time shown and have begun before the playhead. */
  static List<Trade> beside(Shown shown, TimeScale time) {
    List<Trade> seen = new ArrayList<>();
    for (Trade trade : shown.beside().map(each -> each.changes().fresh()).orElse(List.of())) {
      boolean inView =
          trade.first().exitMillis() >= time.fromMillis()
              && trade.first().entryMillis() <= time.toMillis();
      if (inView
          && trade.first().instrument() == shown.instrument()
          && shown.happened(trade.first().entryMillis())
          && seen.size() < MOST) {
        seen.add(trade);
      }
    }
    return seen;
  }

  /** Refused decisions in view, up to the playhead. */
  static List<DecisionMark> refusals(Shown shown, TimeScale time) {
    List<DecisionMark> all = shown.run().run().decisions();
    List<DecisionMark> seen = new ArrayList<>();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).timeMillis() < time.fromMillis()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
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
