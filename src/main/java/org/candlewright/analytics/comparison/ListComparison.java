package org.candlewright.analytics.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A run's trades laid beside a list of trades of the same rules, trade by trade. Only what the list
 * saw closed is compared; of the run, what was entered within the list's time.
 *
 * @param pairs by entry time
 * @param listed closed trades of the list
 * @param open trades of the list still open at its end, not compared
 * @param outside trades of the run entered before the list's first or after its last entry
 */
public record ListComparison(List<TradePair> pairs, int listed, int open, int outside) {

  /**
   * Compares.
   *
   * @param list in UTC
   * @param run trades of the run, times floored to the open of their bar
   */
  public static ListComparison of(TradeList list, List<ListedTrade> run, PairChecks checks) {
    List<ListedTrade> closed = list.closed();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (ListedTrade trade : closed) {
      first = Math.min(first, trade.entryMillis());
      last = Math.max(last, trade.entryMillis());
    }
    Set<ListedTrade> within = new LinkedHashSet<>();
    for (ListedTrade trade : run) {
      if (trade.entryMillis() >= first && trade.entryMillis() <= last) {
        within.add(trade);
      }
    }
    List<ListedTrade> stillOpen = list.trades().stream().filter(ListedTrade::open).toList();
    within.removeIf(
        trade -> trade.open() && stillOpen.stream().anyMatch(open -> sameEntry(open, trade)));
    int compared = within.size();
    List<TradePair> pairs = match(closed, within, checks);
    return new ListComparison(
        List.copyOf(pairs), closed.size(), stillOpen.size(), run.size() - compared);
  }

  private static boolean sameEntry(ListedTrade one, ListedTrade other) {
    return one.side() == other.side() && one.entryMillis() == other.entryMillis();
  }

  /** Pairs off the likeliest first: all alike, then same times, same entry, same exit. */
  private static List<TradePair> match(
      List<ListedTrade> closed, Set<ListedTrade> run, PairChecks checks) {
    List<BiPredicate<ListedTrade, ListedTrade>> likely =
        List.of(
            (one, other) -> checks.alike(one, other),
            (one, other) -> sameEntry(one, other) && one.exitMillis() == other.exitMillis(),
            ListComparison::sameEntry,
            (one, other) -> one.side() == other.side() && one.exitMillis() == other.exitMillis());
    Set<ListedTrade> left = new LinkedHashSet<>(closed);
    List<TradePair> pairs = new ArrayList<>();
    for (BiPredicate<ListedTrade, ListedTrade> alike : likely) {
      MatchIndex index = new MatchIndex(run);
      for (ListedTrade listed : List.copyOf(left)) {
        Optional<ListedTrade> ours = index.take(listed, alike);
        if (ours.isPresent()) {
          pairs.add(checks.compare(listed, ours.get()));
          left.remove(listed);
          run.remove(ours.get());
        }
      }
    }
    left.forEach(listed -> pairs.add(checks.missing(listed)));
    run.forEach(ours -> pairs.add(checks.extra(ours)));
    pairs.sort(
        Comparator.comparingLong(ListComparison::entryMillis)
            .thenComparing(pair -> pair.listed().isEmpty()));
    return pairs;
  }

  private static long entryMillis(TradePair pair) {
    return pair.listed().or(pair::run).orElseThrow().entryMillis();
  }

  private long count(java.util.function.Predicate<TradePair> which) {
    return pairs.stream().filter(which).count();
  }

  /** Pairs of same side, quantity and times, prices within a tick. */
  public long agreeing() {
    return count(TradePair::agrees);
  }

  /** Agreeing pairs whose prices are equal. */
  public long exact() {
    return count(TradePair::exact);
  }

  /** Listed trades the run has not. */
  public long missing() {
    return count(pair -> pair.run().isEmpty());
  }

  /** Trades of the run the list has not. */
  public long extra() {
    return count(pair -> pair.listed().isEmpty());
  }

  /** Pairs whose profit could be compared. */
  public long pnlCompared() {
    return count(pair -> pair.pnlAgrees().isPresent());
  }

  /** Pairs whose profit is the same within a cent. */
  public long pnlAgreeing() {
    return count(pair -> pair.pnlAgrees().orElse(false));
  }

  /** Agreeing over all that either side has; 1 where both have none. */
  public BigDecimal share() {
    return pairs.isEmpty()
        ? BigDecimal.ONE
        : BigDecimal.valueOf(agreeing())
            .divide(BigDecimal.valueOf(pairs.size()), 6, java.math.RoundingMode.FLOOR);
  }
}
