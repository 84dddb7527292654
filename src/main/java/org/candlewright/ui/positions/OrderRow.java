package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.market.Instrument;

/**
 * An order that works.
 *
 * @param side 1 buy, -1 sell
 * @param price limit or trigger; empty for one that goes at the market
 * @param fromMark price over the last close − 1
 */
record OrderRow(
    long placedMillis,
    Instrument instrument,
    int side,
    String type,
    BigDecimal quantity,
    Optional<BigDecimal> price,
    Optional<BigDecimal> fromMark) {}
