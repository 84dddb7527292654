package org.candlewright.ui.positions;

import java.math.BigDecimal;
import org.candlewright.market.Instrument;

/**
 * What is held of an instrument, marked at its last close. Money in the account's currency.
 *
 * @param index of the instrument in the session
 * @param side 1 long, -1 short
 * @param quantity in the base currency, above zero
 * @param entry mean price of what is held
 * @param unrealised signed (mark − entry) × quantity
 * @param net unrealised and funding, less fees and slippage to the references
 * @param reason code of the entry
 * @param entryMillis first fill of what is held
 */
record PositionRow(
    int index,
    Instrument instrument,
    int side,
    BigDecimal quantity,
    BigDecimal entry,
    BigDecimal mark,
    BigDecimal notional,
    BigDecimal unrealised,
    BigDecimal funding,
    BigDecimal fees,
    BigDecimal net,
    String reason,
    long entryMillis,
    long ageMillis) {}
