package org.candlewright.engine;

import org.candlewright.market.Exact;

/**
 * Quantities of the two legs of a named pair: the second worth the hedge ratio times the first, so
 * that the pair as a whole is neutral.
 *
 * @param firstLots lots of the first leg
 * @param secondLots lots of the second
 */
record LegSizes(long firstLots, long secondLots) {

  /**
   * So many lots of the first leg, and whole lots of the second up to the hedge.
   *
   * @param ratio hedge ratio, integer of 1e-12
   */
  static LegSizes hedged(Book first, Book second, long firstLots, long ratio) {
    long value = first.model.notional(firstLots, first.lastClose);
    long hedge = Exact.mulDivFloor(value, ratio, Exact.RATE_ONE);
    return new LegSizes(firstLots, hedge / second.model.notional(1, second.lastClose));
  }

  /** In proportion, with so many lots of the first leg. */
  LegSizes scaled(long lots) {
    return new LegSizes(lots, Exact.mulDivFloor(secondLots, lots, firstLots));
  }

  /** The part of both, in proportion, that stays within both limits: all of it where it fits. */
  LegSizes within(long mostFirst, long mostSecond) {
    LegSizes byFirst = scaled(Math.min(mostFirst, firstLots));
    return byFirst.secondLots <= mostSecond
        ? byFirst
        : new LegSizes(Exact.mulDivFloor(firstLots, mostSecond, secondLots), mostSecond);
  }

  /** Whether a leg would be without. */
  boolean empty() {
    return firstLots <= 0 || secondLots <= 0;
  }
}
