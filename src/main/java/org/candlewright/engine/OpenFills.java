package org.candlewright.engine;

import java.util.List;
import java.util.Optional;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.simulation.Faults;

/** What happens at the open of bars: market orders fill, and orders that were sent arrive. */
final class OpenFills {
  private final Book[] books;
  private final Desk desk;
  private final WorkingOrders orders;
  private final Execution execution;
  private final Booking booking;
  private final boolean pairs;
  private final Faults faults;
  private final Optional<LegFills> legs;

  OpenFills(
      Book[] books,
      Desk desk,
      WorkingOrders orders,
      Execution execution,
      Booking booking,
      boolean pairs,
      Optional<LegFills> legs,
      Faults faults) {
    this.faults = faults;
    this.books = books;
    this.desk = desk;
    this.orders = orders;
    this.execution = execution;
    this.booking = booking;
    this.pairs = pairs;
    this.legs = legs;
  }

  /** Works all orders whose instrument has a bar beginning at the given instant. */
  void fill(long millis) {
    for (int i = 0; i < orders.atOpens.size(); i++) {
      Order order = orders.atOpens.get(i);
      if (!order.working() || faults.late(order.decidedMillis(), millis)) {
        continue;
      }
      Book book = books[order.instrument()];
      if (order.filledLots() == 0
          && opensAt(book, millis)
          && faults.rejects(order.number(), book.nextOpen(millis))) {
        i += refused(i, millis) ? 1 : 0;
        continue;
      }
      if (pairs && i + 1 < orders.atOpens.size() && together(order, orders.atOpens.get(i + 1))) {
        Order other = orders.atOpens.get(i + 1);
        i++;
        if (opensAt(book, millis) && opensAt(books[other.instrument()], millis)) {
          fillPair(book, order, books[other.instrument()], other, millis);
        }
      } else if (togetherWithNext(i)) {
        fillLegs(book, order, orders.atOpens.get(++i), millis);
      } else if (opensAt(book, millis)) {
        fillOne(book, order, millis);
      }
    }
    for (Book book : books) {
      if (opensAt(book, millis)) {
        book.opened = book.nextOpen(millis);
      }
      if (book.openOrders > 0) {
        orders.tidy(book);
      }
    }
  }

  /** An entry that the exchange refuses is gone with its other leg; an exit is sent again. */
  private boolean refused(int at, long millis) {
    Order order = orders.atOpens.get(at);
    boolean two =
        (pairs && at + 1 < orders.atOpens.size() && together(order, orders.atOpens.get(at + 1)))
            || togetherWithNext(at);
    if (order.isEntry()) {
      orders.reject(order, millis);
      if (two) {
        orders.reject(orders.atOpens.get(at + 1), millis);
      }
    }
    return two;
  }

  /** Whether two orders are the legs of one step: perpetual, then its spot. */
  private static boolean together(Order first, Order second) {
    return second.working()
        && second.number() == first.number() + 1
        && second.instrument() == first.instrument() + 1
        && first.instrument() % 2 == 0;
  }

  private boolean togetherWithNext(int at) {
    return legs.isPresent()
        && at + 1 < orders.atOpens.size()
        && LegFills.belong(orders.atOpens.get(at), orders.atOpens.get(at + 1));
  }

  private void fillLegs(Book first, Order order, Order other, long millis) {
    Book second = books[other.instrument()];
    if (!opensAt(first, millis) || !opensAt(second, millis)) {
      return;
    }
    if (liquidates(first, millis) || liquidates(second, millis)) {
      // The venue takes that leg; the other one leaves by itself.
      fillOne(first, order, millis);
      fillOne(second, other, millis);
    } else {
      legs.orElseThrow().fill(first, order, second, other, millis);
    }
  }

  private static boolean liquidates(Book book, long millis) {
    return MarginLine.beyond(book, book.bars.opens()[book.nextOpen(millis)]);
  }

  /** Fills market orders at the close they were decided on, where the run or they say so. */
  void fillAtClose(long millis, List<Order> which) {
    if (which.isEmpty() || faults.latencyMillis() > 0) {
      return;
    }
    for (Order order : which) {
      Book book = books[order.instrument()];
      if (order.working() && order.atMarket() && book.closedNow) {
        execution.atMarket(book, order, millis, book.last, book.lastClose);
      }
    }
    for (Book book : books) {
      if (book.openOrders > 0) {
        orders.tidy(book);
      }
    }
  }

  private static boolean opensAt(Book book, long millis) {
    int bar = book.nextOpen(millis);
    return bar < book.end && book.openTime(bar) == millis;
  }

  private void fillOne(Book book, Order order, long millis) {
    int bar = book.nextOpen(millis);
    long open = book.bars.opens()[bar];
    if (!order.atMarket()) {
      arrive(book, order, millis, bar, open);
    } else if (order.isEntry() || !MarginLine.beyond(book, open)) {
      execution.atMarket(book, order, millis, bar, open);
    }
  }

  /** A limit that the market is beyond is taken, or refused if it was only to rest. */
  private void arrive(Book book, Order order, long millis, int bar, long open) {
    long limit = order.terms().limitTicks();
    boolean crosses =
        order.terms().kind() == OrderKind.LIMIT
            && order.side() * (limit - book.model.touchPrice(order.side(), open)) >= 0;
    if (crosses && order.terms().postOnly()) {
      orders.reject(order, millis);
      return;
    }
    if (crosses) {
      execution.atMarket(book, order, millis, bar, open);
    }
    if (order.working()) {
      orders.arrived(order, book);
    }
  }

  private void fillPair(Book perp, Order perpOrder, Book coin, Order spotOrder, long millis) {
    perp.model.quoteAt(millis);
    coin.model.quoteAt(millis);
    PairStep step = PairStep.of(perp, coin);
    int perpBar = perp.nextOpen(millis);
    int spotBar = coin.nextOpen(millis);
    long steps =
        Math.min(
            perpOrder.remainingLots() / step.perpetualLots(),
            perp.model.capacity(perpBar, perpOrder.side()) / step.perpetualLots());
    steps = faults.filled(perpOrder.number(), perpBar, steps);
    if (perpOrder.isEntry()) {
      enterPair(perp, perpOrder, coin, spotOrder, millis, step, steps);
      return;
    }
    long matched =
        Math.min(steps, coin.model.capacity(spotBar, spotOrder.side()) / step.spotLots());
    if (matched > 0) {
      exit(perp, perpOrder, millis, perpBar, matched * step.perpetualLots());
      exit(coin, spotOrder, millis, spotBar, matched * step.spotLots());
    }
  }

  private void exit(Book book, Order order, long millis, int bar, long lots) {
    long open = book.bars.opens()[bar];
    execution.exit(book, order, millis, bar, lots, open, false, open);
  }

  private void enterPair(
      Book perp,
      Order perpOrder,
      Book coin,
      Order spotOrder,
      long millis,
      PairStep step,
      long perpSteps) {
    int perpBar = perp.nextOpen(millis);
    int spotBar = coin.nextOpen(millis);
    long capacity = coin.model.capacity(spotBar, 1);
    long wanted = perpSteps;
    while (wanted > 0 && coin.model.grossUp(wanted * step.spotLots()) > capacity) {
      wanted = Math.min(wanted - 1, coin.model.heldAfterFee(capacity, false) / step.spotLots());
    }
    long matched = affordableSteps(perp, perpBar, coin, spotBar, step, wanted);
    if (matched < wanted) {
      desk.cut(
          perp,
          perpOrder,
          millis,
          wanted * step.perpetualLots(),
          matched * step.perpetualLots(),
          desk.freeCash());
    }
    if (matched > 0) {
      long lots = matched * step.perpetualLots();
      long perpOpen = perp.bars.opens()[perpBar];
      execution.enter(perp, perpOrder, millis, perpBar, lots, lots, perpOpen, false, perpOpen);
      long held = matched * step.spotLots();
      long gross = coin.model.grossUp(held);
      long spotOpen = coin.bars.opens()[spotBar];
      execution.enter(coin, spotOrder, millis, spotBar, gross, held, spotOpen, false, spotOpen);
    }
    if (matched < wanted && perpOrder.working()) {
      orders.cancel(perpOrder, millis);
      orders.cancel(spotOrder, millis);
    }
  }

  private long affordableSteps(
      Book perp, int perpBar, Book coin, int spotBar, PairStep step, long wanted) {
    long free = desk.freeCash();
    long low = 0;
    long high = wanted + 1;
    if (wanted > 0 && pairCost(perp, perpBar, coin, spotBar, step, wanted) <= free) {
      return wanted;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (pairCost(perp, perpBar, coin, spotBar, step, middle) <= free) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long pairCost(
      Book perp, int perpBar, Book coin, int spotBar, PairStep step, long steps) {
    long perpTicks =
        perp.model.openPrice(perpBar, -1, perp.bars.opens()[perpBar], steps * step.perpetualLots());
    long spotTicks =
        coin.model.openPrice(
            spotBar, 1, coin.bars.opens()[spotBar], coin.model.grossUp(steps * step.spotLots()));
    return Desk.pairCost(perp, coin, step, steps, perpTicks, spotTicks);
  }

  /** Closes what is open at the last close: half spread and slippage, no participation. */
  void closeAll(long millis, long equity) {
    for (Book book : books) {
      orders.cancelEntries(book, millis);
      orders.cancelExits(book, millis);
      booking.finishClosings(book);
      if (book.lots != 0) {
        Order order =
            new Order(
                ++orders.placed,
                book.index,
                -book.side(),
                Order.Purpose.EXIT,
                Reasons.BACKTEST_END,
                2 * book.lastClose,
                millis,
                Math.abs(book.lots),
                book.lots,
                equity);
        long ticks = book.model.flatPrice(order.side(), book.lastClose);
        booking.exit(
            book,
            order,
            millis,
            book.last + 1,
            order.requestedLots(),
            ticks,
            2 * book.lastClose,
            false);
        booking.finishClosings(book);
      }
    }
  }
}
