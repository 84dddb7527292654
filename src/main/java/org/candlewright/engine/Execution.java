package org.candlewright.engine;

import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.Exact;

/**
 * Fills orders of one instrument at a price: what the bar's volume allows, what is held or paid
 * for, and what follows for the orders around it.
 */
final class Execution {
  private final Desk desk;
  private final WorkingOrders orders;
  private final Brackets brackets;
  private final Booking booking;
  private final Sizer sizer;
  private final FillRules rules;

  Execution(
      Desk desk,
      WorkingOrders orders,
      Brackets brackets,
      Booking booking,
      Sizer sizer,
      FillRules rules) {
    this.rules = rules;
    this.desk = desk;
    this.orders = orders;
    this.brackets = brackets;
    this.booking = booking;
    this.sizer = sizer;
  }

  /** Fills at the market, or at an open that lies beyond the order's limit. */
  void atMarket(Book book, Order order, long millis, int bar, long base) {
    fill(book, order, millis, bar, base, false, base);
  }

  /**
   * Fills a resting limit.
   *
   * @param price its limit, or a better open
   */
  void asMaker(Book book, Order order, long millis, int bar, long price) {
    fill(book, order, millis, bar, price, true, price);
  }

  private void fill(
      Book book, Order order, long millis, int bar, long base, boolean maker, long mid) {
    book.model.quoteAt(millis);
    if (order.isEntry()) {
      enter(book, order, millis, bar, base, maker, mid);
    } else {
      exit(book, order, millis, bar, base, maker, mid);
    }
  }

  private void enter(
      Book book, Order order, long millis, int bar, long base, boolean maker, long mid) {
    if (book.lots != 0 && book.side() != order.side()) {
      if (!rules.netting()) {
        // It was sent for a flat position; what it would do now is another trade.
        orders.cancel(order, millis);
        return;
      }
      net(book, order, millis, bar, base, maker, mid);
      if (!order.working()) {
        return;
      }
    }
    long lots = fillable(book, order, bar, maker);
    if (lots <= 0) {
      return;
    }
    long affordable = affordable(book, order, bar, base, maker, lots);
    if (affordable < lots) {
      desk.cut(book, order, millis, lots, affordable, desk.freeCash());
    }
    if (affordable > 0 && (book.perpetual() || book.model.heldAfterFee(affordable, maker) > 0)) {
      enter(book, order, millis, bar, affordable, affordable, base, maker, mid);
    }
    if (order.working()
        && (affordable < lots
            || (!book.perpetual() && book.model.heldAfterFee(lots, maker) <= 0))) {
      orders.cancel(order, millis);
    }
  }

  /**
   * Closes what is held on the other side. An order sent against that side turns it: it closes what
   * it was sent against besides its own quantity; one sent while flat only nets its own.
   */
  private void net(
      Book book, Order order, long millis, int bar, long base, boolean maker, long mid) {
    long held = Math.abs(book.lots);
    boolean turns = order.positionBefore() * order.side() < 0 && order.filledLots() == 0;
    if (turns) {
      long against = Math.min(held, Math.abs(order.positionBefore()));
      order.resize(Math.addExact(order.remainingLots(), against));
    }
    long lots =
        Math.min(Math.min(held, order.remainingLots()), book.model.capacity(bar, order.side()));
    if (lots > 0) {
      exit(book, order, millis, bar, lots, base, maker, mid);
    }
  }

  /**
   * Books an entry fill whose quantity is settled.
   *
   * @param ordered how much of the order it answers
   */
  void enter(
      Book book,
      Order order,
      long millis,
      int bar,
      long lots,
      long ordered,
      long base,
      boolean maker,
      long mid) {
    long ticks = price(book, order, bar, base, maker, lots);
    book.model.use(bar, order.side(), lots);
    Entry entry = booking.enter(book, order, millis, bar, lots, ordered, ticks, 2 * mid, maker);
    brackets.filled(book, entry, bar, millis, base);
    if (!order.working()) {
      orders.ended(order, millis);
    }
  }

  private void exit(
      Book book, Order order, long millis, int bar, long base, boolean maker, long mid) {
    long held = held(book, order);
    if (held == 0) {
      orders.cancel(order, millis);
      return;
    }
    if (held < order.remainingLots()) {
      order.resize(held);
    }
    long lots = fillable(book, order, bar, maker);
    if (lots > 0) {
      exit(book, order, millis, bar, lots, base, maker, mid);
    }
  }

  /** Books an exit fill whose quantity is settled. */
  void exit(
      Book book, Order order, long millis, int bar, long lots, long base, boolean maker, long mid) {
    long ticks = price(book, order, bar, base, maker, lots);
    book.model.use(bar, order.side(), lots);
    booking.exit(book, order, millis, bar, lots, ticks, 2 * mid, maker);
    if (!order.working()) {
      orders.ended(order, millis);
    }
    if (order.parent() != 0) {
      brackets.cancelRest(book, order.parent(), millis);
    }
    RestingExits.followed(orders, book, order, millis);
    RestingExits.flat(orders, book, millis);
    fitBrackets(book, millis);
    booking.finishClosings(book);
  }

  private void fitBrackets(Book book, long millis) {
    if (book.resting.isEmpty()) {
      return;
    }
    for (Entry entry : book.entries) {
      brackets.reduced(book, entry, millis);
    }
  }

  /** What the bar's volume allows; of a taker less, where fills are to be made in part. */
  private long fillable(Book book, Order order, int bar, boolean maker) {
    long lots = Math.min(order.remainingLots(), book.model.capacity(bar, order.side()));
    return maker ? lots : rules.faults().filled(order.number(), bar, lots);
  }

  private static long held(Book book, Order order) {
    return order.parent() == 0 ? Math.abs(book.lots) : book.heldBy(order.parent());
  }

  private static long price(Book book, Order order, int bar, long base, boolean maker, long lots) {
    if (maker) {
      return base;
    }
    long ticks =
        order.terms().kind() == OrderKind.MARKET
            ? book.model.openPrice(bar, order.side(), base, lots)
            : book.model.marketPrice(bar, order.side(), base, lots);
    if (!order.limited()) {
      return ticks;
    }
    long limit = order.terms().limitTicks();
    return order.side() > 0 ? Math.min(ticks, limit) : Math.max(ticks, limit);
  }

  /** The largest whole number of lots whose margin (spot: cost) and fee free cash pays for. */
  private long affordable(Book book, Order order, int bar, long base, boolean maker, long wanted) {
    long free = desk.freeCash();
    long cost = cost(book, order, bar, base, maker, wanted);
    if (cost <= free) {
      return wanted;
    }
    if (free <= 0) {
      return 0;
    }
    long low = 0;
    long high = wanted;
    long guess = Exact.mulDivFloor(wanted, free, cost);
    if (cost(book, order, bar, base, maker, guess) <= free) {
      low = guess;
      // Without size impact the guess is right or one short; try that before halving.
      if (cost(book, order, bar, base, maker, guess + 1) > free) {
        return guess;
      }
    } else {
      high = guess;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (cost(book, order, bar, base, maker, middle) <= free) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long cost(Book book, Order order, int bar, long base, boolean maker, long lots) {
    if (lots == 0) {
      return 0;
    }
    long ticks = price(book, order, bar, base, maker, lots);
    long notional = book.model.notional(lots, ticks);
    long fee = book.model.fee(lots, ticks, maker);
    // A fee taken in coin counts as well: the rule is cost plus fee, whatever it is taken in.
    return (book.perpetual() ? sizer.leverage().divide(notional) : notional) + fee;
  }
}
