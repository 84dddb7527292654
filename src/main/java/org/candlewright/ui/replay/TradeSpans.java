package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.LegTrade;

/**
 * Trades of one instrument as its chart shows them.
 *
 * @param byExit by exit
 * @param earliestEntries for each the earliest entry of it and of all later ones
 */
record TradeSpans(List<Span> byExit, long[] earliestEntries) {

  /**
   * A trade as a chart of one instrument shows it.
   *
   * @param leg its round trip in that instrument
   */
  record Span(LegTrade leg, Trade trade) {}

  static TradeSpans of(List<Trade> trades, int instrument) {
    List<Span> found = new ArrayList<>();
    for (Trade trade : trades) {
      if (trade.first().instrument() == instrument) {
        found.add(new Span(trade.first(), trade));
      }
      trade
          .second()
          .filter(leg -> leg.instrument() == instrument)
          .ifPresent(leg -> found.add(new Span(leg, trade)));
    }
    found.sort(Comparator.comparingLong(span -> span.leg().exitMillis()));
    long[] entries = new long[found.size()];
    long earliest = Long.MAX_VALUE;
    for (int i = entries.length - 1; i >= 0; i--) {
      earliest = Math.min(earliest, found.get(i).leg().entryMillis());
      entries[i] = earliest;
    }
    return new TradeSpans(List.copyOf(found), entries);
  }

  int size() {
    return byExit.size();
  }

  Span get(int index) {
    return byExit.get(index);
  }

  /** Whether this one and all later ones are entered after a time. */
  boolean allEnteredAfter(int index, long millis) {
    return earliestEntries[index] > millis;
  }

  /** The first from an index on that ends at or after a time. */
  int firstExit(int from, long millis) {
    int low = from;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle).leg().exitMillis() < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
