package org.candlewright.engine;

/**
 * A funding payment on one entry order's holding.
 *
 * @param entryOrder number of the entry order that holds the lots
 * @param lots signed quantity
 * @param mark price as an integer of 1e-8
 * @param rateUnits rate as an integer of 1e-12
 * @param amount money units, positive when received
 * @param fromMark whether the price is a mark price; else the last close
 */
public record Settlement(
    int instrument,
    long timeMillis,
    long entryOrder,
    long lots,
    long mark,
    long rateUnits,
    long amount,
    boolean fromMark) {}
