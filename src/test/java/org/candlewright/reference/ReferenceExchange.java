package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.reference.ReferenceBook.Capacity;
import org.candlewright.reference.ReferenceMarket.Bar;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.reference.ReferenceTrade.Leg;
import org.candlewright.reference.ReferenceTrade.Order;

/** Working market orders and their fills at the opens of bars, by order number. */
final class ReferenceExchange {
  final List<Order> working = new ArrayList<>();
  final List<String> cuts = new ArrayList<>();
  private final ReferenceOptions options;
  private final ReferenceBook book;

  ReferenceExchange(ReferenceOptions options, ReferenceBook book) {
    this.options = options;
    this.book = book;
  }

  boolean works(ReferenceTrade trade) {
    return working.stream().anyMatch(order -> order.trade == trade);
  }

  /** Step 5: fills what the bars opening now allow. */
  void open(long time) {
    Capacity capacity = new Capacity();
    for (Order order : List.copyOf(working)) {
      List<Bar> bars =
          order.trade.legs.stream()
              .map(leg -> leg.series.opening(time))
              .flatMap(Optional::stream)
              .toList();
      if (bars.size() == order.trade.legs.size()) {
        fill(order, bars, capacity, time);
      }
      if (order.remaining.signum() == 0) {
        working.remove(order);
      }
    }
  }

  private void fill(Order order, List<Bar> bars, Capacity capacity, long time) {
    BigDecimal lot = coarserLot(order.trade);
    BigDecimal quantity = order.remaining;
    for (int i = 0; i < bars.size(); i++) {
      quantity = withinVolume(order, order.trade.legs.get(i), bars.get(i), capacity, quantity, lot);
    }
    boolean cut = false;
    if (order.entry && quantity.signum() > 0) {
      BigDecimal paid = payable(order, bars, quantity, lot);
      cut = paid.compareTo(quantity) < 0;
      quantity = paid;
    }
    List<Integer> sequence =
        order.trade.isPair() && !options.choices().perpetualFirst() ? List.of(1, 0) : List.of(0, 1);
    for (int i : sequence) {
      if (i < bars.size() && leaves(order, quantity)) {
        Leg leg = order.trade.legs.get(i);
        BigDecimal traded = traded(order, leg, quantity);
        BigDecimal price = price(order, leg, bars.get(i), traded);
        capacity.use(leg.series, order.side(leg), traded);
        book.fill(order, leg, traded, price, bars.get(i).first(), time);
      }
    }
    order.remaining = order.remaining.subtract(quantity);
    if (cut) {
      cuts.add(time + " " + order.trade.first().series.id + " cut to " + quantity);
      order.remaining = BigDecimal.ZERO;
    }
  }

  /** A purchase of which the fee in coin would leave no lot is not made. */
  private boolean leaves(Order order, BigDecimal quantity) {
    Leg leg = order.trade.first();
    boolean single = order.entry && !order.trade.isPair() && leg.series.buyerPaysInCoin();
    BigDecimal left = single ? quantity.subtract(book.coinFee(leg.series, quantity)) : quantity;
    return leg.series.floorToLot(left).signum() > 0;
  }

  private BigDecimal withinVolume(
      Order order, Leg leg, Bar bar, Capacity capacity, BigDecimal wanted, BigDecimal lot) {
    if (options.participation().isEmpty()) {
      return wanted;
    }
    BigDecimal left =
        capacity.left(leg.series, order.side(leg), bar, options.participation().orElseThrow());
    BigDecimal quantity = floor(wanted.min(left), lot);
    while (quantity.signum() > 0 && traded(order, leg, quantity).compareTo(left) > 0) {
      quantity = quantity.subtract(lot);
    }
    return quantity;
  }

  /** The largest quantity whose margin or cost plus fee is within free cash. */
  private BigDecimal payable(Order order, List<Bar> bars, BigDecimal wanted, BigDecimal lot) {
    BigDecimal free = book.freeCash();
    BigDecimal quantity = wanted;
    if (need(order, bars, quantity).compareTo(free) <= 0) {
      return quantity;
    }
    if (order.trade.legs.stream().allMatch(leg -> leg.direction > 0)) {
      return bisect(order, bars, wanted, lot, free);
    }
    // Selling less gets a better price, so less quantity may need more margin at a border of ticks:
    // walk down, skipping only what is too dear even at the cheapest price it could get.
    while (quantity.signum() > 0 && need(order, bars, quantity).compareTo(free) > 0) {
      BigDecimal cheapest = BigDecimal.ZERO;
      for (int i = 0; i < bars.size(); i++) {
        Leg leg = order.trade.legs.get(i);
        cheapest =
            cheapest.add(
                leg.direction > 0
                    ? book.prices.plain(leg.series, 1, bars.get(i).first())
                    : price(order, leg, bars.get(i), quantity)
                        .divide(options.leverage(), 12, RoundingMode.FLOOR));
      }
      BigDecimal bound =
          floor(free.max(BigDecimal.ZERO).divide(cheapest, 18, RoundingMode.FLOOR), lot);
      quantity = quantity.subtract(lot).min(bound);
    }
    return quantity.max(BigDecimal.ZERO);
  }

  private BigDecimal bisect(
      Order order, List<Bar> bars, BigDecimal wanted, BigDecimal lot, BigDecimal free) {
    BigDecimal good = BigDecimal.ZERO;
    BigDecimal bad = wanted;
    while (bad.subtract(good).compareTo(lot) > 0) {
      BigDecimal middle = floor(good.add(bad).divide(BigDecimal.TWO), lot);
      if (need(order, bars, middle).compareTo(free) <= 0) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private BigDecimal need(Order order, List<Bar> bars, BigDecimal quantity) {
    BigDecimal need = BigDecimal.ZERO;
    for (int i = 0; i < bars.size(); i++) {
      Leg leg = order.trade.legs.get(i);
      BigDecimal traded = traded(order, leg, quantity);
      BigDecimal price = price(order, leg, bars.get(i), traded);
      BigDecimal value = traded.multiply(price);
      need =
          need.add(
              leg.series.spot
                  ? value
                  : value.divide(options.leverage(), 8, RoundingMode.HALF_EVEN));
      if (!leg.series.buyerPaysInCoin() || options.choices().coinFeeNeedsCash()) {
        need = need.add(book.prices.fee(leg.series, traded, price));
      }
    }
    return need;
  }

  private BigDecimal price(Order order, Leg leg, Bar bar, BigDecimal traded) {
    return book.prices.market(leg.series, order.side(leg), bar.first(), traded, bar.volume());
  }

  private BigDecimal traded(Order order, Leg leg, BigDecimal quantity) {
    boolean grossUp = order.entry && order.trade.isPair() && leg.direction > 0;
    return grossUp ? book.gross(leg.series, quantity) : quantity;
  }

  static BigDecimal coarserLot(ReferenceTrade trade) {
    return trade.legs.stream().map(leg -> leg.series.lot).max(BigDecimal::compareTo).orElseThrow();
  }

  static BigDecimal floor(BigDecimal quantity, BigDecimal lot) {
    return quantity.divide(lot, 0, RoundingMode.FLOOR).multiply(lot);
  }

  /** Closes at the end of the run: last close, the tier's costs, no participation. */
  void closeAll(long time) {
    working.clear();
    for (ReferenceTrade trade : book.open()) {
      Order order = new Order(trade, false, trade.first().held, "backtest_end");
      for (Leg leg : trade.legs) {
        Series series = leg.series;
        BigDecimal close = series.lastClose(time).orElseThrow();
        leg.exitReference = close;
        book.fill(
            order, leg, leg.held, book.prices.plain(series, -leg.direction, close), close, time);
      }
    }
  }
}
