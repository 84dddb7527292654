package org.candlewright.backtest;

import java.util.ArrayList;
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
    Map<Long, Integer> ids = orderIds(fills);
    List<LegTrade> sorted = new ArrayList<>(legs);
    sorted.sort(
        Comparator.comparing((LegTrade leg) -> ids.getOrDefault(leg.entryOrder(), 0))
            .thenComparing(leg -> ids.getOrDefault(leg.exitOrder(), 0)));
    List<Trade> trades = new ArrayList<>();
    for (LegTrade leg : sorted) {
      if (!pairs || leg.instrument() % 2 == 0) {
        Optional<LegTrade> second =
            pairs
                ? sorted.stream()
                    .filter(
                        other ->
                            other.instrument() == leg.instrument() + 1
                                && other.entryOrder() == leg.entryOrder() + 1
                                && other.exitOrder() == leg.exitOrder() + 1)
                    .findFirst()
                : Optional.empty();
        trades.add(new Trade(trades.size() + 1, leg, second));
      }
    }
    return List.copyOf(trades);
  }
}
