package org.candlewright.analytics;

import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** Stored market data, as analytics reads it. Implemented by the store. */
public interface MarketHistory {
  Optional<Instrument> instrument(InstrumentId id);

  /** Timeframes of bars stored for the instrument, finest first. */
  List<Timeframe> timeframes(InstrumentId id);

  /** Bars whose open time lies in the period; empty if there are none. */
  BarSeries bars(InstrumentId id, Timeframe timeframe, Period period);

  /** Everything settled that is stored for the perpetual. */
  FundingHistory funding(InstrumentId id);
}
