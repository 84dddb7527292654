package org.candlewright.engine;

import java.util.List;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.market.Exact;
import org.candlewright.strategy.EntryPlan;

/**
 * Stops, targets and trailing stops of entries: they rest from an entry's first fill on, always for
 * what it holds, and cancel one another.
 */
final class Brackets {
  private final WorkingOrders orders;

  Brackets(WorkingOrders orders) {
    this.orders = orders;
  }

  /**
   * Follows a fill of an entry.
   *
   * @param at price where the market is, ticks
   */
  void filled(Book book, Entry entry, int bar, long now, long at) {
    EntryPlan.Exits exits = entry.order.plan().exits();
    if (!exits.exist()) {
      return;
    }
    if (exits.stopTicks() > 0) {
      follow(book, entry, stopOf(book, entry), OrderTerms.stopExit(exits.stopTicks()), bar, now);
    }
    EntryPlan.Trail trail = exits.trail();
    if (trail.exists()) {
      Order order =
          follow(
              book,
              entry,
              trailOf(book, entry),
              OrderTerms.trailingExit(
                  trail.activationTicks(), trail.distanceTicks(), trail.share()),
              bar,
              now);
      if (order.bestTicks() == 0 && order.triggerTicks() == 0) {
        order.follow(at);
      }
    }
    splitTargets(book, entry, bar, now);
  }

  private Order follow(
      Book book, Entry entry, Order existing, OrderTerms terms, int bar, long now) {
    if (existing != entry.order) {
      existing.resize(entry.heldLots);
      return existing;
    }
    EntryPlan.Exits exits = entry.order.plan().exits();
    int reason = terms.kind() == OrderKind.TRAILING ? exits.trail().reason() : exits.stopReason();
    return rest(book, entry, terms, reason, terms.triggerTicks(), entry.heldLots, bar, now);
  }

  private Order rest(
      Book book,
      Entry entry,
      OrderTerms terms,
      int reason,
      long price,
      long lots,
      int bar,
      long now) {
    Order order =
        new Order(
            ++orders.placed,
            book.index,
            -entry.order.side(),
            Order.Purpose.EXIT,
            terms,
            EntryPlan.MARKET,
            entry.order.number(),
            reason,
            Math.multiplyExact(2, price),
            now,
            lots,
            book.lots,
            entry.equityBefore);
    orders.rest(order, book, bar, now);
    return order;
  }

  private void splitTargets(Book book, Entry entry, int bar, long now) {
    List<EntryPlan.Target> targets = entry.order.plan().exits().targets();
    long left = entry.heldLots;
    for (int i = 0; i < targets.size(); i++) {
      EntryPlan.Target target = targets.get(i);
      long lots =
          i == targets.size() - 1
              ? left
              : Math.min(left, Exact.mulDivFloor(entry.heldLots, target.share(), Exact.RATE_ONE));
      left -= lots;
      Order existing = targetOf(book, entry, target.ticks());
      if (lots > 0 && existing != entry.order) {
        existing.resize(lots);
      } else if (lots > 0) {
        rest(
            book,
            entry,
            OrderTerms.limitExit(target.ticks()),
            target.reason(),
            target.ticks(),
            lots,
            bar,
            now);
      }
    }
  }

  /** Fits what rests for an entry to what an exit has left of it. */
  void reduced(Book book, Entry entry, long now) {
    if (entry.heldLots == 0) {
      cancelFor(book, entry.order.number(), now);
      return;
    }
    long targets = entry.heldLots;
    for (Order order : book.resting) {
      if (order.parent() == entry.order.number() && order.working()) {
        if (order.terms().kind() != OrderKind.LIMIT) {
          order.resize(entry.heldLots);
        } else if (targets == 0) {
          orders.cancel(order, now);
        } else {
          long lots = Math.min(order.remainingLots(), targets);
          order.resize(lots);
          targets -= lots;
        }
      }
    }
  }

  /** Cancels all that rests for an entry. */
  void cancelFor(Book book, long entryNumber, long now) {
    for (Order order : book.resting) {
      if (order.parent() == entryNumber && order.working() && !order.atMarket()) {
        orders.cancel(order, now);
      }
    }
  }

  /** Cancels what is left of the entry order itself. */
  void cancelRest(Book book, long entryNumber, long now) {
    for (Order order : orders.atOpens) {
      if (order.number() == entryNumber && order.working()) {
        orders.cancel(order, now);
      }
    }
    for (Order order : book.resting) {
      if (order.number() == entryNumber && order.working()) {
        orders.cancel(order, now);
      }
    }
  }

  /** Moves stops whose entry has come far enough to where it cost nothing. */
  static void breakEven(Book book, Order stop, long at) {
    long activation = breakEvenActivation(book, stop);
    if (activation > 0 && -stop.side() * (at - activation) >= 0) {
      Entry entry = book.entry(stop.parent());
      EntryPlan.BreakEven rule = entry.order.plan().exits().breakEven();
      long mean = entry.meanTicks();
      long moved = mean - stop.side() * Exact.mulDivHalfEven(mean, rule.offset(), Exact.RATE_ONE);
      if (-stop.side() * (moved - stop.triggerTicks()) > 0) {
        stop.moveTrigger(moved, rule.reason());
      }
      entry.brokenEven = true;
    }
  }

  /** Price at which a stop moves to the entry price; 0 if it never does or has done so. */
  static long breakEvenActivation(Book book, Order stop) {
    if (stop.parent() == 0 || stop.isEntry()) {
      return 0;
    }
    Entry entry = book.entry(stop.parent());
    return entry.brokenEven ? 0 : entry.order.plan().exits().breakEven().activationTicks();
  }

  private static Order stopOf(Book book, Entry entry) {
    return find(book, entry, OrderKind.STOP, 0);
  }

  private static Order trailOf(Book book, Entry entry) {
    return find(book, entry, OrderKind.TRAILING, 0);
  }

  private static Order targetOf(Book book, Entry entry, long ticks) {
    return find(book, entry, OrderKind.LIMIT, ticks);
  }

  /** The resting order of the entry; the entry order itself stands for none. */
  private static Order find(Book book, Entry entry, OrderKind kind, long limit) {
    for (Order order : book.resting) {
      if (order.parent() == entry.order.number()
          && order.working()
          && order.terms().kind() == kind
          && order.terms().limitTicks() == limit) {
        return order;
      }
    }
    return entry.order;
  }
}
