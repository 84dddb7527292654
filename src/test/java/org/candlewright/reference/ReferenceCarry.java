package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.reference.ReferenceMarket.Settlement;
import org.candlewright.reference.ReferenceTrade.Leg;
import org.candlewright.reference.ReferenceTrade.Order;

/** Long spot, short perpetual while the settled 8-hour rate is high enough. */
final class ReferenceCarry implements ReferenceBacktest.Strategy {
  private static final BigDecimal NOTIONAL = BigDecimal.valueOf(1_000);
  private static final BigDecimal MINIMUM_NOTIONAL = BigDecimal.valueOf(5);
  private static final int SLOTS = 5;

  /** A perpetual and the spot instrument of the same coin. */
  record Pair(Series perpetual, Series spot) {}

  private final ReferenceBacktest run;
  private final List<Pair> pairs;
  private final BigDecimal enter;
  private final BigDecimal exit;
  private final Map<Pair, ReferenceTrade> trades = new HashMap<>();
  private final Map<Pair, String> refused = new HashMap<>();

  private ReferenceCarry(
      ReferenceBacktest run, List<Pair> pairs, BigDecimal enter, BigDecimal exit) {
    this.run = run;
    this.pairs = pairs;
    this.enter = enter;
    this.exit = exit;
  }

  /** A run over pairs in their order, entering at or above one 8-hour rate, leaving below one. */
  static ReferenceResult run(
      ReferenceOptions options, List<Pair> pairs, String enter, String exit) {
    List<Series> instruments = new ArrayList<>();
    pairs.forEach(
        pair -> {
          instruments.add(pair.perpetual());
          instruments.add(pair.spot());
        });
    ReferenceBacktest run = new ReferenceBacktest(options, instruments);
    return run.run(new ReferenceCarry(run, pairs, new BigDecimal(enter), new BigDecimal(exit)));
  }

  @Override
  public void decide(long time, BigDecimal equity) {
    trades.values().removeIf(trade -> !trade.isOpen() && !run.exchange.works(trade));
    BigDecimal free = run.book.freeCash();
    for (Pair pair : pairs) {
      free = free.add(close(pair, time));
    }
    for (Order order : run.exchange.working) {
      if (order.entry) {
        free =
            free.subtract(
                need(
                    order.trade.legs.get(0).series,
                    order.trade.legs.get(1).series,
                    order.remaining,
                    time));
      }
    }
    List<Pair> candidates = new ArrayList<>();
    for (Pair pair : pairs) {
      Optional<BigDecimal> rate = rate(pair, time);
      if (!trades.containsKey(pair)
          && rate.isPresent()
          && rate.orElseThrow().compareTo(enter) >= 0
          && pair.perpetual().ending(time).isPresent()
          && pair.spot().ending(time).isPresent()) {
        candidates.add(pair);
      } else {
        refused.remove(pair);
      }
    }
    candidates.sort(Comparator.comparing((Pair pair) -> rate(pair, time).orElseThrow()).reversed());
    for (Pair pair : candidates) {
      free = free.subtract(open(pair, time, equity, free));
    }
  }

  /** Decides a pair's exit; gives the cash it would free, if that may count. */
  private BigDecimal close(Pair pair, long time) {
    ReferenceTrade trade = trades.get(pair);
    if (trade == null || trade.exitDecided) {
      return BigDecimal.ZERO;
    }
    Optional<BigDecimal> rate = rate(pair, time);
    if (rate.isPresent() && rate.orElseThrow().compareTo(exit) >= 0) {
      return BigDecimal.ZERO;
    }
    String reason = rate.isPresent() ? "rate_below_exit" : "rate_missing";
    run.exchange.working.removeIf(order -> order.trade == trade);
    trade.exitDecided = true;
    BigDecimal freed = BigDecimal.ZERO;
    for (Leg leg : trade.legs) {
      leg.exitReference = leg.series.lastClose(time).orElseThrow();
      freed =
          freed.add(
              leg.series.spot
                  ? leg.held.multiply(leg.exitReference)
                  : run.book.margin(leg).add(leg.unrealised(leg.exitReference)));
    }
    if (trade.isOpen()) {
      run.exchange.working.add(new Order(trade, false, trade.first().held, reason));
    }
    return run.options.choices().exitsFreeCash() ? freed : BigDecimal.ZERO;
  }

  /** Decides an entry; gives the cash it will need. */
  private BigDecimal open(Pair pair, long time, BigDecimal equity, BigDecimal free) {
    Series perpetual = pair.perpetual();
    Series spot = pair.spot();
    BigDecimal perpetualClose = perpetual.ending(time).orElseThrow().close();
    BigDecimal spotClose = spot.ending(time).orElseThrow().close();
    BigDecimal dearer = perpetualClose.max(spotClose);
    BigDecimal quantity =
        ReferenceExchange.floor(
            NOTIONAL.divide(dearer, 18, RoundingMode.FLOOR), perpetual.lot.max(spot.lot));
    BigDecimal need = need(perpetual, spot, quantity, time);
    long taken = trades.values().stream().filter(trade -> !trade.exitDecided).count();
    if (taken >= SLOTS) {
      return refuse(pair, time, "max_open_positions");
    }
    if (quantity.multiply(perpetualClose.min(spotClose)).compareTo(MINIMUM_NOTIONAL) < 0) {
      return refuse(pair, time, "min_notional");
    }
    if (free.multiply(BigDecimal.TWO).compareTo(need) < 0) {
      return refuse(pair, time, "insufficient_balance");
    }
    refused.remove(pair);
    ReferenceTrade trade =
        new ReferenceTrade(
            List.of(new Leg(perpetual, -1, perpetualClose), new Leg(spot, 1, spotClose)),
            "rate_above_threshold",
            equity,
            run.book.position(perpetual));
    trades.put(pair, trade);
    run.exchange.working.add(new Order(trade, true, quantity, "rate_above_threshold"));
    return need;
  }

  private BigDecimal refuse(Pair pair, long time, String reason) {
    if (!reason.equals(refused.put(pair, reason))) {
      run.refusals.add(
          java.time.Instant.ofEpochMilli(time) + " " + pair.perpetual().id + " " + reason);
    }
    return BigDecimal.ZERO;
  }

  /** Both legs' expected cost, margin and fees at the last closes. */
  private BigDecimal need(Series perpetual, Series spot, BigDecimal quantity, long time) {
    BigDecimal need = BigDecimal.ZERO;
    for (Series series : List.of(perpetual, spot)) {
      BigDecimal traded = series.spot ? run.book.gross(series, quantity) : quantity;
      int side = series.spot ? 1 : -1;
      BigDecimal price = run.book.prices.plain(series, side, series.lastClose(time).orElseThrow());
      need = need.add(traded.multiply(price));
      if (!series.buyerPaysInCoin() || run.options.choices().coinFeeNeedsCash()) {
        need = need.add(run.book.prices.fee(series, traded, price));
      }
    }
    return need;
  }

  /** The last settled rate per 8 hours; none before the first or after two silent intervals. */
  private static Optional<BigDecimal> rate(Pair pair, long time) {
    return pair.perpetual()
        .lastSettlement(time)
        .filter(last -> time - last.time() < 2L * last.hours() * ReferenceMarket.HOUR)
        .map(ReferenceCarry::perEightHours);
  }

  private static BigDecimal perEightHours(Settlement last) {
    return last.rate().multiply(BigDecimal.valueOf(8 / last.hours()));
  }
}
