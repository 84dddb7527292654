package org.candlewright.engine;

/**
 * The part of a funding payment that belongs to one trade, where the lots it was paid on were
 * closed by several exits.
 *
 * @param timeMillis of the settlement
 * @param lots signed quantity
 * @param amount money units, positive when received
 */
public record SettlementShare(
    int instrument, long timeMillis, long entryOrder, long exitOrder, long lots, long amount) {}
