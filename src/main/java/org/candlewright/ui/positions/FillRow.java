package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.market.Instrument;

/**
 * A fill.
 *
 * @param side 1 buy, -1 sell
 * @param againstMid what it cost against the mid, basis points of it; below zero is a cost
 * @param realised net profit of the trade it closed; empty where it opened one
 */
record FillRow(
    long timeMillis,
    Instrument instrument,
    int side,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal againstMid,
    BigDecimal fee,
    Optional<BigDecimal> realised) {}
