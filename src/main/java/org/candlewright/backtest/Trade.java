package org.candlewright.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;

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

  /** Joins the legs of pairs and numbers the trades. */
  public static List<Trade> assemble(List<LegTrade> legs, List<Fill> fills, boolean pairs) {
    int[] ids = idsByOrder(fills);
    List<LegTrade> sorted = inOrder(legs, ids);
    Map<Orders, LegTrade> seconds = pairs ? secondLegs(legs) : Map.of();
    List<Trade> trades = new ArrayList<>(sorted.size());
    for (LegTrade leg : sorted) {
      if (!pairs || leg.instrument() % 2 == 0) {
        Optional<LegTrade> second =
            pairs
                ? Optional.ofNullable(
                    seconds.get(
                        new Orders(
                            leg.instrument() + 1, leg.entryOrder() + 1, leg.exitOrder() + 1)))
                : Optional.empty();
        trades.add(new Trade(trades.size() + 1, leg, second));
      }
    }
    return Collections.unmodifiableList(trades);
  }

  private record Orders(int instrument, long entry, long exit) {}

  private static Map<Orders, LegTrade> secondLegs(List<LegTrade> legs) {
    Map<Orders, LegTrade> seconds = new HashMap<>();
    for (LegTrade leg : legs) {
      if (leg.instrument() % 2 == 1) {
        seconds.putIfAbsent(new Orders(leg.instrument(), leg.entryOrder(), leg.exitOrder()), leg);
      }
    }
    return seconds;
  }

  /** Order ids by first fill, by order number; orders are numbered without gaps of note. */
  private static int[] idsByOrder(List<Fill> fills) {
    long highest = 0;
    for (Fill fill : fills) {
      highest = Math.max(highest, fill.order());
    }
    int[] ids = new int[Math.toIntExact(highest + 1)];
    int next = 0;
    for (Fill fill : fills) {
      if (ids[(int) fill.order()] == 0) {
        ids[(int) fill.order()] = ++next;
      }
    }
    return ids;
  }

  /** By entry, then exit; legs close in this order already where one position follows another. */
  private static List<LegTrade> inOrder(List<LegTrade> legs, int[] ids) {
    Comparator<LegTrade> order =
        Comparator.comparingInt((LegTrade leg) -> ids[(int) leg.entryOrder()])
            .thenComparingInt(leg -> ids[(int) leg.exitOrder()]);
    for (int i = 1; i < legs.size(); i++) {
      if (order.compare(legs.get(i - 1), legs.get(i)) > 0) {
        List<LegTrade> sorted = new ArrayList<>(legs);
        sorted.sort(order);
        return sorted;
      }
    }
    return legs;
  }
}
