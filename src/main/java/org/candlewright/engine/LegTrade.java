package org.candlewright.engine;

/**
 * A round trip in one instrument: one entry order with one exit order. Money in units of the
 * account's currency, values are Σ lots × ticks.
 *
 * @param side 1 long, -1 short
 * @param entryBar bar at whose open the first entry fill fell
 * @param exitBar bar at whose open the last exit fill fell; one past the last at the end of the run
 * @param edge signed (exit − entry reference) × quantity
 * @param slippage signed (fill − reference) × quantity of both sides, positive is cost
 * @param makerValue Σ lots × ticks of the fills of both sides that were resting
 * @param initialRisk loss at the first stop, from the fills; 0 without a stop beyond them
 * @param conviction 0 to 1, of the entry; 1 where the strategy states none
 */
public record LegTrade(
    int instrument,
    int side,
    long entryOrder,
    long exitOrder,
    long lots,
    long entryMillis,
    long exitMillis,
    int entryBar,
    int exitBar,
    long entryValue,
    long exitValue,
    long entryReferenceHalfTicks,
    long exitReferenceHalfTicks,
    int entryReason,
    int exitReason,
    long entryFee,
    long exitFee,
    long funding,
    int fundingPayments,
    long edge,
    long slippage,
    long positionBefore,
    long equityBefore,
    long positionAfter,
    long equityAfter,
    long makerValue,
    long initialRisk,
    double conviction) {

  /** Net profit: edge + funding − fees − slippage. */
  public long net() {
    return edge + funding - entryFee - exitFee - slippage;
  }
}
