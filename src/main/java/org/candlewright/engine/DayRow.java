package org.candlewright.engine;

/**
 * Attribution of one UTC day, money units: change = edge + funding − fees − slippage.
 *
 * @param dayMillis midnight at which the day begins
 */
public record DayRow(
    long dayMillis, long edge, long funding, long fees, long slippage, long change, long equity) {}
