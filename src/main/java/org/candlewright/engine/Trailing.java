package org.candlewright.engine;

import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.market.Exact;

/** Where a trailing stop stands: a distance behind the best price since it was armed. */
final class Trailing {
  private Trailing() {}

  /** Trigger in ticks of an armed trailing stop. */
  static long level(Order order) {
    return order.bestTicks() + order.side() * distance(order.terms(), order.bestTicks());
  }

  private static long distance(OrderTerms terms, long best) {
    return terms.trailTicks() > 0
        ? terms.trailTicks()
        : Exact.mulDivHalfEven(best, terms.trailShare(), Exact.RATE_ONE);
  }

  /** Takes a price on the way of the market: arms the stop, or moves its best price. */
  static void see(Order order, long ticks) {
    int favourable = -order.side();
    if (order.bestTicks() == 0) {
      if (favourable * (ticks - order.triggerTicks()) >= 0) {
        order.follow(ticks);
      }
    } else if (favourable * (ticks - order.bestTicks()) > 0) {
      order.follow(ticks);
    }
  }
}
