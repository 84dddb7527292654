package org.candlewright.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.RunLog;

/**
 * A round trip: one leg, or the perpetual and the spot leg of a carry.
 *
 * @param id from 1, by entry, then exit
 */
public record Trade(int id, LegTrade first, Optional<LegTrade> second) {

  public long edge() {
    return first.edge() + second.map(LegTrade::edge).orElse(0L);
  }

  public long funding() {
    return first.funding() + second.map(LegTrade::funding).orElse(0L);
  }

  public long entryFee() {
    return first.entryFee() + second.map(LegTrade::entryFee).orElse(0L);
  }

  public long exitFee() {
    return first.exitFee() + second.map(LegTrade::exitFee).orElse(0L);
  }

  public long slippage() {
    return first.slippage() + second.map(LegTrade::slippage).orElse(0L);
  }

  /** edge + funding − fees − slippage, money units. */
  public long net() {
    return edge() + funding() - entryFee() - exitFee() - slippage();
  }

  /** Order ids by first fill, from 1. */
  public static Map<Long, Integer> orderIds(List<Fill> fills) {
    Map<Long, Integer> ids = new HashMap<>();
    for (Fill fill : fills) {
      ids.putIfAbsent(fill.order(), ids.size() + 1);
    }
    return ids;
  }

  /** Joins the legs of pairs and numbers the trades of a run so far. */
  public static List<Trade> assemble(RunLog log, boolean pairs) {
    if (!pairs && log.inOrder()) {
      return new TradesInOrder(log.trades());
    }
    int[] ids = idsByOrder(log.fills());
    List<LegTrade> sorted = inOrder(log.trades(), ids);
    if (!pairs) {
      List<Trade> trades = new ArrayList<>(sorted.size());
      for (LegTrade leg : sorted) {
        trades.add(new Trade(trades.size() + 1, leg, Optional.empty()));
      }
      return Collections.unmodifiableList(trades);
    }
    return joined(sorted);
  }

  /** An exit of a leg: the how-manieth of which entry. */
  private record ExitOf(int instrument, long entry, int which) {}

  /**
   * Joins each exit of a first leg with the same exit of its second, counted from the entry: the
   * orders of both are one apart, but a leg taken over by the venue leaves the other to follow. A
   * leg that stayed alone is a trade of its own.
   */
  private static List<Trade> joined(List<LegTrade> sorted) {
    Map<ExitOf, LegTrade> seconds = new LinkedHashMap<>();
    Map<ExitOf, Integer> exits = new HashMap<>();
    List<Map.Entry<ExitOf, LegTrade>> firsts = new ArrayList<>();
    for (LegTrade leg : sorted) {
      long entry = leg.entryOrder() - leg.instrument() % 2;
      ExitOf counted = new ExitOf(leg.instrument(), entry, 0);
      int which = exits.merge(counted, 1, Integer::sum);
      ExitOf key = new ExitOf(leg.instrument() / 2, entry, which);
      if (leg.instrument() % 2 == 0) {
        firsts.add(Map.entry(key, leg));
      } else {
        seconds.put(key, leg);
      }
    }
    List<Trade> trades = new ArrayList<>(firsts.size());
    for (Map.Entry<ExitOf, LegTrade> first : firsts) {
      LegTrade second = seconds.remove(first.getKey());
      trades.add(new Trade(trades.size() + 1, first.getValue(), Optional.ofNullable(second)));
    }
    for (LegTrade alone : seconds.values()) {
      trades.add(new Trade(trades.size() + 1, alone, Optional.empty()));
    }
    return Collections.unmodifiableList(trades);
  }

  /** Order ids by first fill, by order number; orders are numbered without gaps of note. */
  private static int[] idsByOrder(List<Fill> fills) {
    int[] ids = new int[1024];
    int next = 0;
    // By index: a row of the log that is only looked into need not become an object.
    for (int i = 0; i < fills.size(); i++) {
      int order = Math.toIntExact(fills.get(i).order());
      if (order >= ids.length) {
        ids = Arrays.copyOf(ids, Math.max(order + 1, ids.length * 2));
      }
      if (ids[order] == 0) {
        ids[order] = ++next;
      }
    }
    return ids;
  }

  /** By entry, then exit; legs close in this order already where one position follows another. */
  private static List<LegTrade> inOrder(List<LegTrade> legs, int[] ids) {
    Comparator<LegTrade> order =
        Comparator.comparingInt((LegTrade leg) -> ids[(int) leg.entryOrder()])
            .thenComparingInt(leg -> ids[(int) leg.exitOrder()]);
    // A row of the log becomes an object each time it is asked for: once is enough.
    List<LegTrade> sorted = new ArrayList<>(legs);
    for (int i = 1; i < sorted.size(); i++) {
      if (order.compare(sorted.get(i - 1), sorted.get(i)) > 0) {
        sorted.sort(order);
        return sorted;
      }
    }
    return sorted;
  }
}
