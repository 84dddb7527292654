package org.candlewright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Owns all orders of a run that have not ended. An order acts at opens (market orders, stops that
 * were touched, anything that has just been sent) or rests in its instrument until price comes to
 * its level; the levels are kept as one price above and one below, so that a bar on which nothing
 * can happen costs two comparisons.
 */
final class WorkingOrders {
  private final Book[] books;
  private final FillRules rules;
  private final RunObserver observer;
  private final MarginLine line;

  /** Orders that act at the next open of their instrument, by number. */
  final List<Order> atOpens = new ArrayList<>();

  /** Number of the last order. */
  long placed;

  WorkingOrders(Book[] books, FillRules rules, MarginLine line, RunObserver observer) {
    this.books = books;
    this.rules = rules;
    this.line = line;
    this.observer = observer;
  }

  /** All orders that have not ended, by number. */
  Stream<Order> all() {
    return Stream.concat(
            atOpens.stream(), Arrays.stream(books).flatMap(book -> book.resting.stream()))
        .filter(Order::working)
        .sorted(Comparator.comparingLong(Order::number));
  }

  /** Sends an order: it arrives at the next open of its instrument. */
  void send(Order order, long now) {
    Book book = books[order.instrument()];
    order.actFrom(book.nextOpen(now));
    atOpens.add(order);
    book.openOrders++;
    book.workingOrders++;
    if (order.terms().expiresMillis() < book.nextExpiry) {
      book.nextExpiry = order.terms().expiresMillis();
    }
    if (observer.wantsOrders()) {
      observer.order(now, order);
    }
  }

  /** Puts an order that only reduces beside its position, where it waits for price. */
  void rest(Order order, Book book, int bar, long now) {
    order.arrive();
    order.actFrom(bar);
    book.resting.add(order);
    if (observer.wantsOrders()) {
      observer.order(now, order);
    }
  }

  /** Lets an order that has arrived wait for price. */
  void arrived(Order order, Book book) {
    order.arrive();
    insert(book.resting, order);
  }

  /** Lets what is left of a stop that was touched go on as a market order. */
  void goOnAtMarket(Order order) {
    insert(atOpens, order);
  }

  private static void insert(List<Order> orders, Order order) {
    int at = orders.size();
    while (at > 0 && orders.get(at - 1).number() > order.number()) {
      at--;
    }
    orders.add(at, order);
  }

  void cancel(Order order, long now) {
    order.cancel();
    ended(order, now);
  }

  void reject(Order order, long now) {
    order.reject();
    ended(order, now);
  }

  /** Takes note of what has become of an order. */
  void ended(Order order, long now) {
    if (observer.wantsOrders()) {
      observer.order(now, order);
    }
  }

  /** Cancels orders of that reason that open or add and wait for price. */
  void cancelWaiting(Book book, int reason, long now) {
    // Both lists, whatever the first had.
    if (cancelWaiting(atOpens, book, reason, now)
        | cancelWaiting(book.resting, book, reason, now)) {
      tidy(book);
    }
  }

  private boolean cancelWaiting(List<Order> orders, Book book, int reason, long now) {
    boolean any = false;
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      if (order.instrument() == book.index
          && order.isEntry()
          && order.reason() == reason
          && order.terms().kind() != OrderKind.MARKET
          && order.working()) {
        cancel(order, now);
        any = true;
      }
    }
    return any;
  }

  /** Cancels orders that open or add. */
  void cancelEntries(Book book, long now) {
    if (cancelAll(atOpens, book, true, now) | cancelAll(book.resting, book, true, now)) {
      tidy(book);
    }
  }

  /** Cancels stops and targets that rest beside the position. */
  void cancelRestingExits(Book book, long now) {
    if (cancelAll(book.resting, book, false, now)) {
      tidy(book);
    }
  }

  /** Cancels everything that closes. */
  void cancelExits(Book book, long now) {
    if (cancelAll(atOpens, book, false, now) | cancelAll(book.resting, book, false, now)) {
      tidy(book);
    }
  }

  /** Whether there was any; where not, nothing has to be counted or levelled again. */
  private boolean cancelAll(List<Order> orders, Book book, boolean entries, long now) {
    boolean any = false;
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      if (order.instrument() == book.index && order.isEntry() == entries && order.working()) {
        cancel(order, now);
        any = true;
      }
    }
    return any;
  }

  /** Ends orders whose time to live is over at the given instant. */
  void expire(Book book, long now) {
    for (Order order : atOpens) {
      if (order.instrument() == book.index) {
        expireIfDue(order, now);
      }
    }
    for (Order order : book.resting) {
      expireIfDue(order, now);
    }
    tidy(book);
  }

  private void expireIfDue(Order order, long now) {
    if (order.working() && order.terms().expiresMillis() <= now) {
      order.expire();
      ended(order, now);
    }
  }

  /** Whether an order that closes the position is on its way. */
  boolean leaving(int instrument) {
    if (books[instrument].openOrders == 0) {
      return false;
    }
    for (int i = 0; i < atOpens.size(); i++) {
      Order order = atOpens.get(i);
      if (order.instrument() == instrument && !order.isEntry() && order.working()) {
        return true;
      }
    }
    return false;
  }

  /** Whether orders that close all of the position are on their way. */
  boolean leavingWhole(Book book) {
    long closing = 0;
    for (int i = 0; book.openOrders > 0 && i < atOpens.size(); i++) {
      Order order = atOpens.get(i);
      if (order.instrument() == book.index && !order.isEntry() && order.working()) {
        closing += order.remainingLots();
      }
    }
    return closing > 0 && closing >= Math.abs(book.lots);
  }

  /** Whether an order that opens or adds for that reason has not ended. */
  boolean entryWorks(Book book, int reason) {
    return entryWorks(atOpens, book, reason) || entryWorks(book.resting, book, reason);
  }

  private static boolean entryWorks(List<Order> orders, Book book, int reason) {
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      if (order.instrument() == book.index
          && order.isEntry()
          && order.reason() == reason
          && order.working()) {
        return true;
      }
    }
    return false;
  }

  /** Forgets ended orders and counts again: after anything but sending. */
  void tidy(Book book) {
    int open = 0;
    int working = 0;
    long expiry = OrderTerms.NEVER;
    int kept = 0;
    for (int i = 0; i < atOpens.size(); i++) {
      Order order = atOpens.get(i);
      if (order.working() && !(order.instrument() == book.index && rests(order))) {
        atOpens.set(kept++, order);
        if (order.instrument() == book.index) {
          open++;
          working++;
          expiry = Math.min(expiry, order.terms().expiresMillis());
        }
      }
    }
    while (atOpens.size() > kept) {
      atOpens.removeLast();
    }
    for (int i = 0; i < book.resting.size(); i++) {
      Order order = book.resting.get(i);
      if (!order.working() || order.atMarket()) {
        book.resting.remove(i--);
      } else {
        working += order.isEntry() ? 1 : 0;
        expiry = Math.min(expiry, order.terms().expiresMillis());
      }
    }
    book.openOrders = open;
    book.workingOrders = working;
    book.nextExpiry = expiry;
    relevel(book);
  }

  /** Whether it has arrived and waits in its instrument. */
  private static boolean rests(Order order) {
    return order.arrived() && !order.atMarket();
  }

  /** Finds the prices at which something can happen again. */
  void relevel(Book book) {
    book.up = Long.MAX_VALUE;
    book.down = Long.MIN_VALUE;
    for (int i = 0; i < book.resting.size(); i++) {
      level(book, book.resting.get(i));
    }
    line.find(book);
    book.levelsMoved();
  }

  private void level(Book book, Order order) {
    if (order.terms().kind() == OrderKind.TRAILING) {
      long best = order.bestTicks();
      // A sale follows the price up and waits below it: either way it wants to know.
      if (best == 0) {
        book.touchFrom(-order.side(), order.triggerTicks());
      } else {
        book.touchFrom(-order.side(), best - order.side());
        book.touchFrom(order.side(), Trailing.level(order));
      }
    } else if (order.waitsForTrigger()) {
      book.touchFrom(order.side(), order.triggerTicks());
      long breakEven = Brackets.breakEvenActivation(book, order);
      if (breakEven > 0) {
        book.touchFrom(-order.side(), breakEven);
      }
    } else {
      long limit = order.terms().limitTicks();
      book.touchFrom(-order.side(), rules.touch() ? limit : limit - order.side());
    }
  }

  void save(StateWriter out) {
    out.putLong(placed);
    out.putLong(atOpens.size());
    atOpens.forEach(order -> order.save(out));
  }

  void restore(StateReader in) {
    placed = in.getLong();
    atOpens.clear();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      atOpens.add(Order.restore(in));
    }
  }
}
