package org.candlewright.engine;

import org.candlewright.engine.order.Order;
import org.candlewright.market.Exact;

/**
 * Fills working market orders at the open of bars: capacity, price, and the cut to what is paid.
 */
final class OpenFills {
  private final Book[] books;
  private final Desk desk;
  private final Booking booking;
  private final Sizer sizer;
  private final boolean pairs;

  OpenFills(Book[] books, Desk desk, Booking booking, Sizer sizer, boolean pairs) {
    this.books = books;
    this.desk = desk;
    this.booking = booking;
    this.sizer = sizer;
    this.pairs = pairs;
  }

  /** Works all orders whose instrument has a bar beginning at the given instant. */
  void fill(long millis) {
    for (int i = 0; i < desk.working.size(); i++) {
      Order order = desk.working.get(i);
      if (!order.working()) {
        continue;
      }
      Book book = books[order.instrument()];
      if (pairs) {
        Order other = desk.working.get(i + 1);
        i++;
        if (opensAt(book, millis) && opensAt(books[other.instrument()], millis)) {
          fillPair(book, order, books[other.instrument()], other, millis);
        }
      } else if (opensAt(book, millis)) {
        fillOne(book, order, millis);
      }
    }
    for (Book book : books) {
      if (opensAt(book, millis)) {
        book.opened = book.nextOpen(millis);
      }
    }
    desk.working.removeIf(order -> !order.working());
  }

  private static boolean opensAt(Book book, long millis) {
    int bar = book.nextOpen(millis);
    return bar < book.end && book.openTimes[bar] == millis;
  }

  private void fillOne(Book book, Order order, long millis) {
    int bar = book.nextOpen(millis);
    long open = book.bars.opens()[bar];
    long lots = Math.min(order.remainingLots(), book.model.capacity(bar, order.side()));
    if (order.isEntry() && lots > 0) {
      long affordable = affordable(book, order.side(), bar, open, lots);
      if (affordable < lots) {
        if (affordable > 0 && book.model.heldAfterFee(affordable) > 0) {
          enter(book, order, millis, bar, open, affordable);
        }
        if (order.working()) {
          order.cancel();
          book.workingOrders--;
        }
        return;
      }
      if (!book.perpetual() && book.model.heldAfterFee(lots) <= 0) {
        order.cancel();
        book.workingOrders--;
        return;
      }
      enter(book, order, millis, bar, open, lots);
    } else if (lots > 0) {
      exit(book, order, millis, bar, open, lots);
    }
  }

  private void enter(Book book, Order order, long millis, int bar, long open, long lots) {
    enter(book, order, millis, bar, open, lots, lots);
  }

  private void enter(
      Book book, Order order, long millis, int bar, long open, long lots, long ordered) {
    long ticks = book.model.marketPrice(bar, order.side(), open, lots);
    book.model.use(bar, order.side(), lots);
    booking.enter(book, order, millis, bar, lots, ordered, ticks, 2 * open);
    if (!order.working()) {
      book.workingOrders--;
    }
  }

  private void exit(Book book, Order order, long millis, int bar, long open, long lots) {
    long ticks = book.model.marketPrice(bar, order.side(), open, lots);
    book.model.use(bar, order.side(), lots);
    booking.exit(book, order, millis, bar, lots, ticks, 2 * open);
    if (!order.working()) {
      book.workingOrders--;
    }
  }

  /** The largest whole number of lots whose margin (spot: cost) and fee free cash pays for. */
  private long affordable(Book book, int side, int bar, long open, long wanted) {
    long free = desk.freeCash();
    long cost = cost(book, side, bar, open, wanted);
    if (cost <= free) {
      return wanted;
    }
    if (free <= 0) {
      return 0;
    }
    long low = 0;
    long high = wanted;
    long guess = Exact.mulDivFloor(wanted, free, cost);
    if (cost(book, side, bar, open, guess) <= free) {
      low = guess;
      // Without size impact the guess is right or one short; try that before halving.
      if (cost(book, side, bar, open, guess + 1) > free) {
        return guess;
      }
    } else {
      high = guess;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (cost(book, side, bar, open, middle) <= free) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long cost(Book book, int side, int bar, long open, long lots) {
    if (lots == 0) {
      return 0;
    }
    long ticks = book.model.marketPrice(bar, side, open, lots);
    long notional = book.model.notional(lots, ticks);
    if (book.perpetual()) {
      return sizer.leverage().divide(notional) + book.model.takerFee(lots, ticks);
    }
    // A fee taken in coin counts as well: the rule is cost plus fee, whatever it is taken in.
    return notional + book.model.takerFee(lots, ticks);
  }

  private void fillPair(Book perp, Order perpOrder, Book coin, Order spotOrder, long millis) {
    PairStep step = PairStep.of(perp, coin);
    int perpBar = perp.nextOpen(millis);
    int spotBar = coin.nextOpen(millis);
    long steps =
        Math.min(
            perpOrder.remainingLots() / step.perpetualLots(),
            perp.model.capacity(perpBar, perpOrder.side()) / step.perpetualLots());
    if (perpOrder.isEntry()) {
      enterPair(perp, perpOrder, coin, spotOrder, millis, step, steps);
      return;
    }
    long matched =
        Math.min(steps, coin.model.capacity(spotBar, spotOrder.side()) / step.spotLots());
    if (matched > 0) {
      exit(
          perp,
          perpOrder,
          millis,
          perpBar,
          perp.bars.opens()[perpBar],
          matched * step.perpetualLots());
      exit(coin, spotOrder, millis, spotBar, coin.bars.opens()[spotBar], matched * step.spotLots());
    }
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
      wanted = Math.min(wanted - 1, coin.model.heldAfterFee(capacity) / step.spotLots());
    }
    long matched = affordableSteps(perp, perpBar, coin, spotBar, step, wanted);
    if (matched > 0) {
      long gross = coin.model.grossUp(matched * step.spotLots());
      enter(
          perp,
          perpOrder,
          millis,
          perpBar,
          perp.bars.opens()[perpBar],
          matched * step.perpetualLots());
      enter(
          coin,
          spotOrder,
          millis,
          spotBar,
          coin.bars.opens()[spotBar],
          gross,
          matched * step.spotLots());
    }
    if (matched < wanted && perpOrder.working()) {
      perpOrder.cancel();
      spotOrder.cancel();
      perp.workingOrders--;
      coin.workingOrders--;
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
        perp.model.marketPrice(
            perpBar, -1, perp.bars.opens()[perpBar], steps * step.perpetualLots());
    long spotTicks =
        coin.model.marketPrice(
            spotBar, 1, coin.bars.opens()[spotBar], coin.model.grossUp(steps * step.spotLots()));
    return Desk.pairCost(perp, coin, step, steps, perpTicks, spotTicks);
  }

  /** Closes what is open at the last close: half spread and slippage, no participation. */
  void closeAll(long millis, long equity) {
    for (Order order : desk.working) {
      if (order.working()) {
        order.cancel();
        books[order.instrument()].workingOrders--;
      }
    }
    desk.working.clear();
    for (Book book : books) {
      booking.finishClosings(book);
      if (book.lots != 0) {
        Order order =
            new Order(
                ++desk.orders,
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
            book, order, millis, book.last + 1, order.requestedLots(), ticks, 2 * book.lastClose);
      }
    }
  }
}
