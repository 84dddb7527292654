package org.candlewright.engine;

import java.util.Arrays;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.market.Exact;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.ExitPlan;

/**
 * Exits that a strategy lets rest beside its position and moves while they work: groups of a stop,
 * a trailing stop and a limit of which the first to be done cancels the others.
 */
final class RestingExits {
  private final WorkingOrders orders;

  /** What each group may close at most, by its number; used anew each time. */
  private final long[] most = new long[Long.SIZE + 1];

  RestingExits(WorkingOrders orders) {
    this.orders = orders;
  }

  /**
   * Sends or moves a group.
   *
   * @param slot of the strategy, from 0
   * @param equity money units, for the record of new orders
   * @return whether an order was sent that was not there before
   */
  boolean place(Book book, int slot, ExitPlan plan, long now, long equity) {
    int group = slot + 1;
    long lots = (book.exitsDone >> slot & 1) != 0 ? 0 : lots(book, group, plan.share());
    if (lots == 0) {
      return false;
    }
    boolean sent = false;
    if (plan.stopTicks() > 0) {
      sent |= stop(book, group, plan, lots, now, equity);
    }
    if (plan.trail().exists()) {
      sent |= trail(book, group, plan, lots, now, equity);
    }
    if (plan.limitTicks() > 0) {
      sent |= limit(book, group, plan, lots, now, equity);
    }
    orders.relevel(book);
    return sent;
  }

  /** What the group may close: its share of what was entered, of what other groups leave. */
  private long lots(Book book, int group, long share) {
    Arrays.fill(most, 0);
    for (int i = 0; i < book.resting.size(); i++) {
      Order order = book.resting.get(i);
      if (order.working()) {
        most[order.group()] = Math.max(most[order.group()], order.remainingLots());
      }
    }
    long free = Math.abs(book.lots);
    for (int other = 1; other < most.length; other++) {
      free -= other == group ? 0 : most[other];
    }
    if (share < Exact.RATE_ONE) {
      long own = most[group];
      long wanted = Exact.mulDivFloor(book.enteredLots(), share, Exact.RATE_ONE);
      free = Math.min(free, own > 0 ? own : wanted);
    }
    return Math.max(0, free);
  }

  private boolean stop(Book book, int group, ExitPlan plan, long lots, long now, long equity) {
    Order existing = find(book, group, OrderKind.STOP);
    if (existing == null) {
      rest(book, group, plan, OrderTerms.stopExit(plan.stopTicks()), lots, now, equity);
      return true;
    }
    existing.moveTrigger(plan.stopTicks(), plan.reason());
    existing.resize(lots);
    return false;
  }

  private boolean limit(Book book, int group, ExitPlan plan, long lots, long now, long equity) {
    Order existing = find(book, group, OrderKind.LIMIT);
    if (existing != null && existing.terms().limitTicks() == plan.limitTicks()) {
      existing.resize(lots);
      return false;
    }
    if (existing != null) {
      orders.cancel(existing, now);
      book.resting.remove(existing);
    }
    rest(book, group, plan, OrderTerms.limitExit(plan.limitTicks()), lots, now, equity);
    return existing == null;
  }

  private boolean trail(Book book, int group, ExitPlan plan, long lots, long now, long equity) {
    EntryPlan.Trail trail = plan.trail();
    Order existing = find(book, group, OrderKind.TRAILING);
    boolean same =
        existing != null
            && existing.terms().trailTicks() == trail.distanceTicks()
            && existing.terms().trailShare() == trail.share();
    if (existing != null && same) {
      if (existing.bestTicks() == 0) {
        existing.moveTrigger(trail.activationTicks(), plan.reason());
      }
      existing.resize(lots);
      Trailing.see(existing, book.lastClose);
      return false;
    }
    Order order =
        rest(
            book,
            group,
            plan,
            OrderTerms.trailingExit(trail.activationTicks(), trail.distanceTicks(), trail.share()),
            lots,
            now,
            equity);
    if (existing != null) {
      order.follow(existing.bestTicks());
      orders.cancel(existing, now);
      book.resting.remove(existing);
    }
    Trailing.see(order, book.lastClose);
    return existing == null;
  }

  private Order rest(
      Book book, int group, ExitPlan plan, OrderTerms terms, long lots, long now, long equity) {
    long price = terms.kind() == OrderKind.LIMIT ? terms.limitTicks() : terms.triggerTicks();
    Order order =
        new Order(
            ++orders.placed,
            book.index,
            -book.side(),
            Order.Purpose.EXIT,
            terms,
            EntryPlan.MARKET,
            0,
            plan.reason(),
            Math.multiplyExact(2, price),
            now,
            lots,
            book.lots,
            equity);
    order.join(group);
    orders.rest(order, book, book.nextOpen(now), now);
    return order;
  }

  private static @org.jspecify.annotations.Nullable Order find(
      Book book, int group, OrderKind kind) {
    for (int i = 0; i < book.resting.size(); i++) {
      Order order = book.resting.get(i);
      if (order.group() == group && order.working() && order.terms().kind() == kind) {
        return order;
      }
    }
    return null;
  }

  /** Follows what an order of a group did: cancels the rest of it, or fits it to what is left. */
  static void followed(WorkingOrders orders, Book book, Order order, long now) {
    if (order.group() == 0) {
      return;
    }
    boolean done = !order.working() || order.atMarket();
    for (Order other : book.resting) {
      if (other != order && other.group() == order.group() && other.working()) {
        if (done) {
          orders.cancel(other, now);
        } else {
          other.resize(order.remainingLots());
        }
      }
    }
    if (done) {
      book.exitsDone |= 1L << (order.group() - 1);
    }
  }

  /** Once nothing is held, nothing is left to close, and every group may act again. */
  static void flat(WorkingOrders orders, Book book, long now) {
    if (book.lots != 0) {
      return;
    }
    book.exitsDone = 0;
    for (Order order : book.resting) {
      if (order.group() != 0 && order.working()) {
        orders.cancel(order, now);
      }
    }
  }
}
