package org.candlewright.trading;

/**
 * An order as it is meant, before it is sent.
 *
 * @param clientId derived from run and number, so that sending it twice cannot double it
 * @param number sequence in the run
 * @param timeMillis engine time of the decision, epoch milliseconds
 * @param side 1 buy, -1 sell
 */
public record OrderIntent(
    String clientId, long number, long timeMillis, int instrument, int side, long lots) {}
