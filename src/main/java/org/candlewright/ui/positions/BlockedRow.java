package org.candlewright.ui.positions;

import java.math.BigDecimal;
import org.candlewright.market.Instrument;

/**
 * An entry that a check kept from leaving.
 *
 * @param side 1 long, -1 short
 * @param check code of the check
 * @param against what it saw against its limit
 * @param moveSince of the price in the entry's direction since, basis points: above zero the block
 *     cost money
 */
record BlockedRow(
    long timeMillis,
    Instrument instrument,
    int side,
    String check,
    String against,
    BigDecimal moveSince) {}
