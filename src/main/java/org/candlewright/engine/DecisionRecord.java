package org.candlewright.engine;

import java.util.List;
import java.util.Optional;
import org.candlewright.strategy.Explanation;

/**
 * A decision with all it saw.
 *
 * @param action {@code enter}, {@code exit}, {@code reduce}, {@code protect}, {@code refuse}, or
 *     {@code cut} for an entry that free cash did not pay for at its fill
 * @param side 1 long, -1 short: of the position entered, left or refused
 * @param order number of the order it led to; 0 if none
 * @param referenceHalfTicks mid when decided, half ticks
 * @param equity equity when decided, money units
 * @param expectedCost fee, half spread and slippage of the order, money units
 * @param refusal code of the check that refused it
 */
public record DecisionRecord(
    long timeMillis,
    int instrument,
    int bar,
    String action,
    int side,
    String reason,
    long order,
    long referenceHalfTicks,
    long equity,
    long expectedCost,
    Explanation saw,
    List<SizingStep> sizing,
    List<Check> checks,
    Optional<String> refusal) {

  /** One step from equity to quantity; plain decimal text and its unit. */
  public record SizingStep(String name, String value, String unit) {}

  /** One risk check with its limit. */
  public record Check(String name, String limit, String value, boolean passed) {}
}
