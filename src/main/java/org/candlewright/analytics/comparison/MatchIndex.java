package org.candlewright.analytics.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Trades by their entry and exit times, each given out once. */
final class MatchIndex {
  private final Map<Long, List<ListedTrade>> byTime = new HashMap<>();
  private final Set<ListedTrade> taken = new HashSet<>();

  MatchIndex(Iterable<ListedTrade> trades) {
    for (ListedTrade trade : trades) {
      byTime.computeIfAbsent(trade.entryMillis(), key -> new ArrayList<>()).add(trade);
      if (trade.exitMillis() != trade.entryMillis()) {
        byTime.computeIfAbsent(trade.exitMillis(), key -> new ArrayList<>()).add(trade);
      }
    }
  }

  /** The first trade left that shares the entry's or the exit's time and is alike. */
  Optional<ListedTrade> take(ListedTrade wanted, BiPredicate<ListedTrade, ListedTrade> alike) {
    for (long time : new long[] {wanted.entryMillis(), wanted.exitMillis()}) {
      for (ListedTrade trade : byTime.getOrDefault(time, List.of())) {
        if (!taken.contains(trade) && alike.test(wanted, trade)) {
          taken.add(trade);
          return Optional.of(trade);
        }
      }
    }
    return Optional.empty();
  }
}
