package org.candlewright.strategy;

/**
 * An exit that rests beside the position from the next bar on: a stop, a trailing stop and a limit
 * of which the first to be done cancels the others. Prices in ticks, 0 for none.
 *
 * @param stopTicks trigger of the stop
 * @param limitTicks price of the limit
 * @param trail {@link EntryPlan.Trail#NONE} without
 * @param share integer of 1e-12 of what the entries were filled with; all that other exits leave
 *     where it is one
 * @param reason number of the reason in the program
 */
public record ExitPlan(
    long stopTicks, long limitTicks, EntryPlan.Trail trail, long share, int reason) {}
