package org.candlewright.engine.order;

/** The life of an order, as one table of allowed transitions. */
public enum OrderState {
  /** Accepted and waiting: for an open, for its trigger or for its limit. */
  WORKING,
  /** Its trigger was touched. */
  TRIGGERED,
  PARTIALLY_FILLED,
  FILLED,
  CANCELLED,
  /** Its time to live has ended. */
  EXPIRED,
  /** Refused by the venue, such as a post-only order that would have crossed. */
  REJECTED;

  private static final int[] NEXT = new int[values().length];

  static {
    allow(WORKING, TRIGGERED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED);
    allow(TRIGGERED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED);
    allow(PARTIALLY_FILLED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED);
  }

  private static void allow(OrderState from, OrderState... next) {
    for (OrderState each : next) {
      NEXT[from.ordinal()] |= 1 << each.ordinal();
    }
  }

  /** Whether an order may go from this state to the next. */
  public boolean leadsTo(OrderState next) {
    return (NEXT[ordinal()] >> next.ordinal() & 1) != 0;
  }

  /** Whether nothing can happen to the order any more. */
  public boolean ended() {
    return NEXT[ordinal()] == 0;
  }
}
