package org.candlewright.market;

import java.util.Optional;

/**
 * Everything a run knows of one instrument.
 *
 * @param bars bars of the run's timeframe, warm-up included
 * @param marks mark-price bars (tick 1e-8), if stored
 * @param funding settled funding; empty for spot
 * @param finer bars of a finer timeframe, walked inside the bars of the run where stored
 * @param quotes recorded best bid and ask, which take the place of the spread model
 */
public record InstrumentData(
    Instrument instrument,
    BarSeries bars,
    Optional<BarSeries> marks,
    FundingHistory funding,
    Optional<BarSeries> finer,
    Optional<QuoteHistory> quotes) {

  /** Without recorded quotes. */
  public InstrumentData(
      Instrument instrument,
      BarSeries bars,
      Optional<BarSeries> marks,
      FundingHistory funding,
      Optional<BarSeries> finer) {
    this(instrument, bars, marks, funding, finer, Optional.empty());
  }

  /** Without finer bars. */
  public InstrumentData(
      Instrument instrument, BarSeries bars, Optional<BarSeries> marks, FundingHistory funding) {
    this(instrument, bars, marks, funding, Optional.empty());
  }
}
