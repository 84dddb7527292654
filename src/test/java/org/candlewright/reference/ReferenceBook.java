package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.reference.ReferenceMarket.Bar;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.reference.ReferenceMarket.Settlement;
import org.candlewright.reference.ReferenceResult.FillRow;
import org.candlewright.reference.ReferenceResult.SettlementRow;
import org.candlewright.reference.ReferenceTrade.Leg;
import org.candlewright.reference.ReferenceTrade.Order;
import org.candlewright.reference.ReferenceTrade.Part;

/** Cash, trades and dust of one account, and what fills and settlements do to them. */
final class ReferenceBook {
  final List<ReferenceTrade> trades = new ArrayList<>();
  final List<FillRow> fills = new ArrayList<>();
  final List<SettlementRow> settlements = new ArrayList<>();
  BigDecimal cash;
  BigDecimal fees = BigDecimal.ZERO;
  BigDecimal funding = BigDecimal.ZERO;
  BigDecimal slippage = BigDecimal.ZERO;
  private BigDecimal closedEdge = BigDecimal.ZERO;
  private final Map<Series, BigDecimal> dust = new LinkedHashMap<>();
  private BigDecimal dustCost = BigDecimal.ZERO;
  private int orders;

  private final ReferenceOptions options;
  final ReferencePrice prices;

  ReferenceBook(ReferenceOptions options) {
    this.options = options;
    this.prices = new ReferencePrice(options);
    this.cash = options.capital();
  }

  List<ReferenceTrade> open() {
    return trades.stream().filter(ReferenceTrade::isOpen).toList();
  }

  /** Signed quantity held of an instrument, dust apart. */
  BigDecimal position(Series series) {
    return trades.stream()
        .flatMap(each -> each.legs.stream())
        .filter(leg -> leg.series == series)
        .map(leg -> leg.held.multiply(BigDecimal.valueOf(leg.direction)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Cash less the initial margin of what is held. */
  BigDecimal freeCash() {
    BigDecimal margin = BigDecimal.ZERO;
    for (ReferenceTrade trade : open()) {
      for (Leg leg : trade.legs) {
        margin = margin.add(margin(leg));
      }
    }
    return cash.subtract(margin);
  }

  BigDecimal margin(Leg leg) {
    return leg.series.spot
        ? BigDecimal.ZERO
        : leg.entryValue().divide(options.leverage(), 8, RoundingMode.HALF_EVEN);
  }

  /** Capital + edge + funding − fees − slippage; must be cash plus everything held. */
  BigDecimal equity(long time) {
    BigDecimal held = dustValue(time);
    for (ReferenceTrade trade : open()) {
      for (Leg leg : trade.legs) {
        BigDecimal close = leg.series.lastClose(time).orElseThrow();
        held = held.add(leg.series.spot ? leg.held.multiply(close) : leg.unrealised(close));
      }
    }
    BigDecimal byCash = cash.add(held);
    BigDecimal byParts =
        options.capital().add(edge(time)).add(funding).subtract(fees).subtract(slippage);
    if (byCash.compareTo(byParts) != 0) {
      throw new IllegalStateException(
          time + ": " + byCash + " in cash and holdings, but " + byParts + " by attribution");
    }
    return byCash;
  }

  /** Edge of everything so far, what is held and dust marked at the last closes. */
  BigDecimal edge(long time) {
    BigDecimal edge = closedEdge.add(dustValue(time)).subtract(dustCost);
    for (ReferenceTrade trade : open()) {
      for (Leg leg : trade.legs) {
        edge =
            edge.add(
                leg.series
                    .lastClose(time)
                    .orElseThrow()
                    .subtract(leg.entryReference)
                    .multiply(leg.held)
                    .multiply(BigDecimal.valueOf(leg.direction)));
      }
    }
    return edge;
  }

  private BigDecimal dustValue(long time) {
    BigDecimal value = BigDecimal.ZERO;
    for (Map.Entry<Series, BigDecimal> each : dust.entrySet()) {
      value =
          value.add(
              ReferencePrice.money(
                  each.getValue().multiply(each.getKey().lastClose(time).orElseThrow())));
    }
    return value;
  }

  /** Funding of an instrument's positions at a settlement, before the closes of that instant. */
  void settle(Series series, Settlement settlement) {
    for (ReferenceTrade trade : open()) {
      for (Leg leg : trade.legs) {
        if (leg.series != series || leg.held.signum() == 0) {
          continue;
        }
        boolean marked = series.mark(settlement.time()).isPresent();
        BigDecimal mark =
            series
                .mark(settlement.time())
                .map(Bar::close)
                .map(ReferencePrice::money)
                .orElseGet(() -> series.lastClose(settlement.time()).orElseThrow());
        BigDecimal signed = leg.held.multiply(BigDecimal.valueOf(leg.direction));
        BigDecimal amount =
            ReferencePrice.money(signed.negate().multiply(mark).multiply(settlement.rate()));
        cash = cash.add(amount);
        funding = funding.add(amount);
        trade.funding = trade.funding.add(amount);
        trade.payments++;
        settlements.add(
            new SettlementRow(
                settlement.time(),
                series.id,
                trade.id,
                signed,
                mark,
                settlement.rate(),
                amount,
                marked ? "mark" : "last"));
      }
    }
  }

  /**
   * Fills an order's leg.
   *
   * @param traded quantity bought or sold at the venue
   */
  void fill(Order order, Leg leg, BigDecimal traded, BigDecimal price, BigDecimal mid, long time) {
    ReferenceTrade trade = order.trade;
    if (trade.id == 0) {
      trades.add(trade);
      trade.id = trades.size();
    }
    BigDecimal fee = prices.fee(leg.series, traded, price);
    fees = fees.add(fee);
    boolean inCoin =
        order.entry
            && leg.direction > 0
            && leg.series.buyerPaysInCoin()
            && options.taker(leg.series).signum() != 0;
    if (order.entry) {
      enter(trade, leg, traded, price, fee, inCoin, time);
    } else {
      exit(trade, leg, traded, price, fee);
      trade.closedBy(order, time);
    }
    int index = trade.legs.indexOf(leg);
    if (order.ids[index] == 0) {
      order.ids[index] = ++orders;
    }
    String currency = inCoin ? base(leg.series) : "USDT";
    fills.add(
        new FillRow(
            fills.size() + 1,
            order.ids[index],
            trade.id,
            time,
            leg.series.id,
            order.side(leg) > 0 ? "buy" : "sell",
            traded,
            price,
            order.entry ? leg.entryReference : leg.exitReference,
            mid,
            fee,
            currency,
            order.reason));
  }

  private void enter(
      ReferenceTrade trade,
      Leg leg,
      BigDecimal traded,
      BigDecimal price,
      BigDecimal fee,
      boolean inCoin,
      long time) {
    BigDecimal held = traded;
    if (inCoin) {
      BigDecimal coin = traded.subtract(coinFee(leg.series, traded));
      held = leg.series.floorToLot(coin);
      dust.merge(leg.series, coin.subtract(held), BigDecimal::add);
      dustCost = dustCost.add(traded.subtract(held).multiply(price)).subtract(fee);
    }
    BigDecimal paidInCash = inCoin ? BigDecimal.ZERO : fee;
    cash = cash.subtract(paidInCash);
    if (leg.series.spot) {
      cash = cash.subtract(traded.multiply(price));
    }
    leg.held = leg.held.add(held);
    leg.lots.addLast(new Part(held, price));
    leg.entries.add(new Part(held, price));
    leg.entryTime = Math.min(leg.entryTime, time);
    trade.entryFee = trade.entryFee.add(fee);
    slip(trade, price.subtract(leg.entryReference).multiply(held), leg.direction);
  }

  private void exit(
      ReferenceTrade trade, Leg leg, BigDecimal quantity, BigDecimal price, BigDecimal fee) {
    BigDecimal entered = leg.take(quantity);
    BigDecimal gained = quantity.multiply(price);
    if (!leg.series.spot) {
      gained = gained.subtract(entered).multiply(BigDecimal.valueOf(leg.direction));
    }
    cash = cash.add(gained).subtract(fee);
    leg.exits.add(new Part(quantity, price));
    trade.exitFee = trade.exitFee.add(fee);
    BigDecimal edge =
        leg.exitReference
            .subtract(leg.entryReference)
            .multiply(quantity)
            .multiply(BigDecimal.valueOf(leg.direction));
    trade.edge = trade.edge.add(edge);
    closedEdge = closedEdge.add(edge);
    slip(trade, price.subtract(leg.exitReference).multiply(quantity), -leg.direction);
  }

  private void slip(ReferenceTrade trade, BigDecimal amount, int side) {
    BigDecimal cost = amount.multiply(BigDecimal.valueOf(side));
    slippage = slippage.add(cost);
    trade.slippage = trade.slippage.add(cost);
  }

  /** What the venue takes from a purchase in the coin bought, to 1e-12. */
  BigDecimal coinFee(Series series, BigDecimal bought) {
    return bought.multiply(options.taker(series)).setScale(12, RoundingMode.HALF_EVEN);
  }

  /** The smallest purchase that leaves at least the wanted quantity after a fee in coin. */
  BigDecimal gross(Series series, BigDecimal wanted) {
    if (!series.buyerPaysInCoin()) {
      return wanted;
    }
    BigDecimal bought = wanted;
    while (bought.subtract(coinFee(series, bought)).compareTo(wanted) < 0) {
      BigDecimal lacking = wanted.subtract(bought.subtract(coinFee(series, bought)));
      bought = bought.add(lacking.divide(series.lot, 0, RoundingMode.CEILING).multiply(series.lot));
    }
    return bought;
  }

  private static String base(Series series) {
    String symbol = series.id.substring(series.id.indexOf(':') + 1);
    return symbol.endsWith("USDT") ? symbol.substring(0, symbol.length() - 4) : symbol;
  }

  /** Shares of the bars opening at an instant that are already used, by instrument and side. */
  static final class Capacity {
    private final Map<String, BigDecimal> used = new HashMap<>();

    void use(Series series, int side, BigDecimal quantity) {
      used.merge(series.id + side, quantity, BigDecimal::add);
    }

    BigDecimal left(Series series, int side, Bar bar, BigDecimal share) {
      BigDecimal taken = used.getOrDefault(series.id + side, BigDecimal.ZERO);
      return series.floorToLot(bar.volume().multiply(share).subtract(taken).max(BigDecimal.ZERO));
    }
  }
}
