package org.candlewright.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.candlewright.backtest.Trade;

/**
 * Trades of two runs laid beside each other. Of same instrument, side and time of entry is the same
 * trade, however it ended.
 *
 * @param kept trades that both have, as the second made them
 * @param lost trades that only the first has
 * @param fresh trades that only the second has
 */
public record TradeChanges(List<Trade> kept, List<Trade> lost, List<Trade> fresh) {

  public TradeChanges {
    kept = Collections.unmodifiableList(kept);
    lost = Collections.unmodifiableList(lost);
    fresh = Collections.unmodifiableList(fresh);
  }

  /**
   * @param first by time of entry
   * @param second likewise
   */
  public static TradeChanges of(List<Trade> first, List<Trade> second) {
    List<Trade> kept = new ArrayList<>();
    List<Trade> lost = new ArrayList<>();
    List<Trade> fresh = new ArrayList<>();
    int at = 0;
    int there = 0;
    while (at < first.size() || there < second.size()) {
      long time = Math.min(entry(first, at), entry(second, there));
      int end = at;
      while (entry(first, end) == time) {
        end++;
      }
      int thereEnd = there;
      while (entry(second, thereEnd) == time) {
        thereEnd++;
      }
      match(
          new ArrayList<>(first.subList(at, end)),
          second.subList(there, thereEnd),
          kept,
          lost,
          fresh);
      at = end;
      there = thereEnd;
    }
    return new TradeChanges(kept, lost, fresh);
  }

  private static long entry(List<Trade> trades, int index) {
    return index < trades.size() ? trades.get(index).first().entryMillis() : Long.MAX_VALUE;
  }

  /** Trades entered at one time. */
  private static void match(
      List<Trade> left, List<Trade> second, List<Trade> kept, List<Trade> lost, List<Trade> fresh) {
    for (Trade trade : second) {
      int same = 0;
      while (same < left.size() && !same(left.get(same), trade)) {
        same++;
      }
      if (same < left.size()) {
        left.remove(same);
        kept.add(trade);
      } else {
        fresh.add(trade);
      }
    }
    lost.addAll(left);
  }

  private static boolean same(Trade one, Trade other) {
    return one.first().instrument() == other.first().instrument()
        && one.first().side() == other.first().side();
  }
}
