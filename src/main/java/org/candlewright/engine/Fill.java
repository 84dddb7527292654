package org.candlewright.engine;

/**
 * An execution; one that closes several entries is one of these for each.
 *
 * @param order number of the order
 * @param side 1 buy, -1 sell
 * @param lots executed, before a fee in coin
 * @param heldLots what the trade holds or gives of it, after a fee in coin
 * @param referenceHalfTicks the order's reference, half ticks
 * @param midHalfTicks mid when filled, half ticks
 * @param fee value in money units of the account's currency
 * @param feeInBase whether it was taken from the coin
 * @param reason number of the reason; see {@link Reasons}
 * @param entry whether it opens a position
 * @param maker whether it was resting
 * @param entryOrder number of the entry order whose lots it opens or closes
 */
public record Fill(
    long order,
    int instrument,
    long timeMillis,
    int side,
    long lots,
    long heldLots,
    long ticks,
    long referenceHalfTicks,
    long midHalfTicks,
    long fee,
    boolean feeInBase,
    int reason,
    boolean entry,
    boolean maker,
    long entryOrder) {}
