package org.candlewright.engine;

import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.strategy.EntryPlan;

/** Closes positions that the venue takes over, where nothing of their margin is left. */
final class Liquidation {
  private final WorkingOrders orders;
  private final Booking booking;
  private final MarginLine line;

  Liquidation(WorkingOrders orders, Booking booking, MarginLine line) {
    this.orders = orders;
    this.booking = booking;
    this.line = line;
  }

  /** Closes the position; all its orders go with it. No volume bounds it. */
  void close(Book book, int bar, long millis) {
    orders.cancelEntries(book, millis);
    orders.cancelExits(book, millis);
    booking.finishClosings(book);
    long overdrawn = -line.margin(book);
    if (overdrawn > 0) {
      booking.insure(book, millis, overdrawn);
    }
    Order order =
        new Order(
            ++orders.placed,
            book.index,
            -book.side(),
            Order.Purpose.EXIT,
            OrderTerms.marketExit(),
            EntryPlan.MARKET,
            0,
            Reasons.LIQUIDATION,
            2 * book.liquidation,
            millis,
            Math.abs(book.lots),
            book.lots,
            0);
    booking.exit(
        book,
        order,
        millis,
        bar,
        order.requestedLots(),
        line.bankruptcy(book),
        2 * book.liquidation,
        false);
    booking.finishClosings(book);
    orders.ended(order, millis);
    orders.tidy(book);
  }
}
