package org.candlewright.engine;

import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.simulation.FillRules;

/**
 * Works the resting orders of an instrument along the path of price inside a bar: open → high → low
 * → close if the open is nearer the high, else open → low → high → close. Where a stop and a limit
 * of one entry both lie ahead, the stop comes first, unless the path is to decide.
 */
final class Intrabar {
  private final WorkingOrders orders;
  private final Brackets brackets;
  private final Execution execution;
  private final Liquidation liquidation;
  private final FillRules rules;
  private final long[] points = new long[4];

  private Book book;
  private int bar;
  private long stamp;
  private int leg;
  private long at;

  /** The event found last: the order, and where price is then. */
  private int found;

  private long foundAt;

  Intrabar(
      WorkingOrders orders,
      Brackets brackets,
      Execution execution,
      Liquidation liquidation,
      FillRules rules,
      Book any) {
    this.orders = orders;
    this.brackets = brackets;
    this.execution = execution;
    this.liquidation = liquidation;
    this.rules = rules;
    this.book = any;
  }

  /**
   * Walks one bar.
   *
   * @param runBar bar of the run, whose volume bounds the fills
   * @param millis stamp of what happens inside
   */
  void walk(Book instrument, int runBar, long millis, long open, long high, long low, long close) {
    book = instrument;
    bar = runBar;
    stamp = millis;
    boolean highFirst = Math.abs(high - open) < Math.abs(open - low);
    points[0] = open;
    points[1] = highFirst ? high : low;
    points[2] = highFirst ? low : high;
    points[3] = close;
    at = open;
    leg = 0;
    moveTo(open);
    while (leg < points.length) {
      long to = points[leg];
      boolean event = seek(to);
      if (liquidates(to, event)) {
        liquidation.close(book, bar, stamp);
      } else if (event) {
        Order order = book.resting.get(found);
        boolean arms = arms(order);
        moveTo(foundAt);
        if (!arms) {
          act(order);
        }
        orders.tidy(book);
      } else {
        moveTo(to);
        leg++;
      }
    }
    orders.relevel(book);
  }

  /** Whether the position is taken over on the way to a price, before the event found. */
  private boolean liquidates(long to, boolean event) {
    if (book.marks != null || !MarginLine.beyond(book, to)) {
      return false;
    }
    // At an open beyond the line no stop can be any better.
    return leg == 0
        || !event
        || Math.abs(foundAt - at) > Math.max(0, book.side() * (at - book.liquidation));
  }

  /** Whether price coming to it only arms a trailing stop. */
  private static boolean arms(Order order) {
    return order.terms().kind() == OrderKind.TRAILING && order.bestTicks() == 0;
  }

  /** Moves the market to a price, and with it what follows price. */
  private void moveTo(long price) {
    at = price;
    for (int i = 0; i < book.resting.size(); i++) {
      Order order = book.resting.get(i);
      if (order.firstBar() <= bar) {
        if (order.terms().kind() == OrderKind.TRAILING) {
          Trailing.see(order, price);
        } else if (order.waitsForTrigger()) {
          Brackets.breakEven(book, order, price);
        }
      }
    }
  }

  /** Finds the first thing that happens on the way from here to a price. */
  private boolean seek(long to) {
    found = -1;
    boolean foundStop = false;
    for (int i = 0; i < book.resting.size(); i++) {
      Order order = book.resting.get(i);
      if (order.firstBar() > bar || !order.working()) {
        continue;
      }
      boolean stop = order.waitsForTrigger();
      long price = stop ? stopPrice(order, to) : limitPrice(order, to);
      if (price == Long.MIN_VALUE || (!stop && stopComesFirst(order))) {
        continue;
      }
      long distance = Math.abs(price - at);
      long best = Math.abs(foundAt - at);
      if (found < 0 || distance < best || (distance == best && stop && !foundStop)) {
        found = i;
        foundAt = price;
        foundStop = stop;
      }
    }
    return found >= 0;
  }

  /** Where price is when the stop is touched on the way to a price; MIN_VALUE if it is not. */
  private long stopPrice(Order order, long to) {
    long trigger = order.triggerTicks();
    if (order.terms().kind() == OrderKind.TRAILING) {
      if (order.bestTicks() == 0) {
        boolean reached = order.side() * (order.triggerTicks() - to) >= 0;
        return reached ? order.triggerTicks() : Long.MIN_VALUE;
      }
      trigger = Trailing.level(order);
    }
    if (order.side() * (at - trigger) >= 0) {
      return at;
    }
    return order.side() * (to - trigger) >= 0 ? trigger : Long.MIN_VALUE;
  }

  /** Where price is when the limit fills on the way to a price; MIN_VALUE if it does not. */
  private long limitPrice(Order order, long to) {
    long limit = order.terms().limitTicks();
    if (book.model.capacity(bar, order.side()) <= 0) {
      return Long.MIN_VALUE;
    }
    long least = rules.touch() ? limit : limit - order.side();
    if (order.side() * (least - at) >= 0) {
      return at;
    }
    return order.side() * (least - to) >= 0 ? limit : Long.MIN_VALUE;
  }

  /** Whether the stop of the same entry still lies ahead in this bar. */
  private boolean stopComesFirst(Order limit) {
    if (rules.path() || limit.parent() == 0 || limit.isEntry()) {
      return false;
    }
    // What the open alone decides comes first.
    if (leg == 0) {
      return false;
    }
    for (int i = 0; i < book.resting.size(); i++) {
      Order order = book.resting.get(i);
      if (order.parent() == limit.parent() && order.waitsForTrigger() && order.firstBar() <= bar) {
        for (int ahead = leg; ahead < points.length; ahead++) {
          if (stopPrice(order, points[ahead]) != Long.MIN_VALUE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void act(Order order) {
    if (order.waitsForTrigger()) {
      touched(order);
      return;
    }
    long limit = order.terms().limitTicks();
    boolean better = rules.betterOpens() && leg == 0;
    execution.asMaker(book, order, stamp, bar, better ? at : limit);
  }

  /** A stop that was touched is a market order from its price, a stop-limit a limit. */
  private void touched(Order order) {
    long trigger =
        order.terms().kind() == OrderKind.TRAILING ? Trailing.level(order) : order.triggerTicks();
    order.trigger(trigger);
    orders.ended(order, stamp);
    if (order.limited()) {
      return;
    }
    RestingExits.followed(orders, book, order, stamp);
    if (order.parent() != 0) {
      brackets.cancelFor(book, order.parent(), stamp);
      brackets.cancelRest(book, order.parent(), stamp);
    }
    execution.atMarket(book, order, stamp, bar, at);
    if (order.working()) {
      orders.goOnAtMarket(order);
    }
  }
}
