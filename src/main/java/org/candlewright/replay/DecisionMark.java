package org.candlewright.replay;

import org.candlewright.engine.DecisionRecord;

/**
 * Where a decision fell; the full record is made again by seeking to its time.
 *
 * @param action {@code enter}, {@code exit} or {@code refuse}
 * @param side 1 long, -1 short, 0 none
 * @param order number of the order it led to; 0 if none
 * @param refusal code of the check that refused it; empty if none did
 */
public record DecisionMark(
    long timeMillis,
    int instrument,
    int bar,
    String action,
    int side,
    String reason,
    long order,
    String refusal) {

  static DecisionMark of(DecisionRecord record) {
    return new DecisionMark(
        record.timeMillis(),
        record.instrument(),
        record.bar(),
        record.action(),
        record.side(),
        record.reason(),
        record.order(),
        record.refusal().orElse(""));
  }

  public boolean refused() {
    return !refusal.isEmpty();
  }
}
