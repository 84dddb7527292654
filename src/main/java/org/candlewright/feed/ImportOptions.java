package org.candlewright.feed;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/**
 * What a user says about a file.
 *
 * @param instrument of the whole file; empty if a symbol column names it
 * @param venue venue of the symbol column's instruments
 * @param perpetual whether the symbol column names perpetuals
 * @param timeframe of bars; empty for funding
 * @param quoteVolume whether volume is in quote units
 */
public record ImportOptions(
    Optional<InstrumentId> instrument,
    Optional<String> venue,
    boolean perpetual,
    Optional<Timeframe> timeframe,
    Optional<BigDecimal> tick,
    Optional<BigDecimal> lot,
    boolean quoteVolume) {

  /** The file of one instrument, nothing else said. */
  public static ImportOptions of(InstrumentId instrument, Optional<Timeframe> timeframe) {
    return new ImportOptions(
        Optional.of(instrument),
        Optional.empty(),
        false,
        timeframe,
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
