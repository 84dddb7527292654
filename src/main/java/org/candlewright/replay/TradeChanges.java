package org.candlewright.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private record Entry(int instrument, int side, long millis) {
    static Entry of(Trade trade) {
      return new Entry(
          trade.first().instrument(), trade.first().side(), trade.first().entryMillis());
    }
  }

  public static TradeChanges of(List<Trade> first, List<Trade> second) {
    Map<Entry, Integer> left = new HashMap<>();
    first.forEach(trade -> left.merge(Entry.of(trade), 1, Integer::sum));
    List<Trade> kept = new ArrayList<>();
    List<Trade> fresh = new ArrayList<>();
    for (Trade trade : second) {
      (take(left, trade) ? kept : fresh).add(trade);
    }
    List<Trade> lost = first.stream().filter(trade -> take(left, trade)).toList();
    return new TradeChanges(List.copyOf(kept), lost, List.copyOf(fresh));
  }

  private static boolean take(Map<Entry, Integer> left, Trade trade) {
    Entry entry = Entry.of(trade);
    int count = left.getOrDefault(entry, 0);
    if (count > 0) {
      left.put(entry, count - 1);
    }
    return count > 0;
  }
}
