package org.candlewright.engine;

import org.candlewright.engine.order.Order;

/**
 * Fills the two orders of a named pair at one open, in proportion: what the tighter leg's bar and
 * free cash allow. So the legs stay hedged to within a lot while an order works.
 */
final class LegFills {
  private final Desk desk;
  private final WorkingOrders orders;
  private final Execution execution;
  private final Sizer sizer;

  LegFills(Desk desk, WorkingOrders orders, Execution execution, Sizer sizer) {
    this.desk = desk;
    this.orders = orders;
    this.execution = execution;
    this.sizer = sizer;
  }

  /** Whether two orders that follow each other are legs of one decision. */
  static boolean belong(Order order, Order other) {
    return order.working()
        && other.working()
        && other.number() == order.number() + 1
        && other.isEntry() == order.isEntry()
        && order.instrument() % 2 == 0
        && other.instrument() == order.instrument() + 1;
  }

  void fill(Book first, Order order, Book second, Order other, long millis) {
    int firstBar = first.nextOpen(millis);
    int secondBar = second.nextOpen(millis);
    LegSizes left = new LegSizes(order.remainingLots(), other.remainingLots());
    LegSizes sizes =
        left.within(
            first.model.capacity(firstBar, order.side()),
            second.model.capacity(secondBar, other.side()));
    if (sizes.empty()) {
      return;
    }
    if (!order.isEntry()) {
      exit(first, order, millis, firstBar, sizes.firstLots());
      exit(second, other, millis, secondBar, sizes.secondLots());
      return;
    }
    LegSizes paid = paid(first, order, firstBar, second, other, secondBar, sizes);
    if (paid.firstLots() < sizes.firstLots()) {
      desk.cut(first, order, millis, sizes.firstLots(), paid.firstLots(), desk.freeCash());
    }
    if (!paid.empty()) {
      enter(first, order, millis, firstBar, paid.firstLots());
      enter(second, other, millis, secondBar, paid.secondLots());
    }
    if (paid.firstLots() < sizes.firstLots() && order.working()) {
      orders.cancel(order, millis);
      orders.cancel(other, millis);
    }
  }

  private void enter(Book book, Order order, long millis, int bar, long lots) {
    long open = book.bars.opens()[bar];
    execution.enter(book, order, millis, bar, lots, lots, open, false, open);
  }

  private void exit(Book book, Order order, long millis, int bar, long most) {
    long lots = Math.min(most, Math.abs(book.lots));
    if (lots == 0) {
      orders.cancel(order, millis);
      return;
    }
    long open = book.bars.opens()[bar];
    execution.exit(book, order, millis, bar, lots, open, false, open);
  }

  /** The largest part of both, in proportion, whose margins and fees free cash pays for. */
  private LegSizes paid(
      Book first,
      Order order,
      int firstBar,
      Book second,
      Order other,
      int secondBar,
      LegSizes wanted) {
    long free = desk.freeCash();
    long low = 0;
    long high = wanted.firstLots() + 1;
    LegSizes tried = wanted;
    while (true) {
      long cost =
          cost(first, firstBar, order.side(), tried.firstLots())
              + cost(second, secondBar, other.side(), tried.secondLots());
      if (cost <= free) {
        low = tried.firstLots();
      } else {
        high = tried.firstLots();
      }
      if (high - low <= 1 || low == wanted.firstLots()) {
        return wanted.scaled(low);
      }
      tried = wanted.scaled((low + high) >>> 1);
    }
  }

  private long cost(Book book, int bar, int side, long lots) {
    if (lots == 0) {
      return 0;
    }
    long ticks = book.model.marketPrice(bar, side, book.bars.opens()[bar], lots);
    return sizer.leverage().divide(book.model.notional(lots, ticks))
        + book.model.takerFee(lots, ticks);
  }
}
