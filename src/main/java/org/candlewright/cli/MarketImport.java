package org.candlewright.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/** Takes files of market data into the store. */
public interface MarketImport {
  /**
   * Imports one file, whole or not at all.
   *
   * @throws org.candlewright.engine.CancelledRunException if it was interrupted
   */
  Report run(Request request, Interruption interruption);

  /** What a file holds. */
  enum Content {
    CANDLES,
    MARK,
    FUNDING,
    TICKS
  }

  /**
   * @param instrument of the whole file; empty if a symbol column names it
   * @param venue venue of the symbol column's instruments
   * @param perpetual whether the symbol column names perpetuals
   * @param quoteVolume whether volume is in quote units; empty to follow the header
   */
  record Request(
      Content content,
      Path file,
      Optional<InstrumentId> instrument,
      Optional<String> venue,
      boolean perpetual,
      Optional<Timeframe> timeframe,
      Optional<BigDecimal> tick,
      Optional<BigDecimal> lot,
      Optional<Boolean> quoteVolume) {}

  /** What came of it. */
  record Report(
      String file,
      long rowsRead,
      long stored,
      long duplicates,
      long gaps,
      OptionalLong firstMillis,
      OptionalLong lastMillis,
      List<Oddity> oddities) {}

  /**
   * Something worth knowing about a line that was no reason to refuse the file.
   *
   * @param line line of the file, from 1
   */
  record Oddity(long line, String kind, String text) {}
}
