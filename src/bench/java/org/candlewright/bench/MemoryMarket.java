package org.candlewright.bench;

import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.MarketStore;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** One instrument in memory, so that a backtest is timed without a store. */
record MemoryMarket(InstrumentData data) implements MarketStore {
  @Override
  public List<Instrument> instruments() {
    return List.of(data.instrument());
  }

  @Override
  public Optional<Instrument> instrument(InstrumentId id) {
    return Optional.of(data.instrument());
  }

  @Override
  public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
    return data.bars();
  }

  @Override
  public List<Timeframe> timeframes(InstrumentId id) {
    return List.of(data.bars().timeframe());
  }

  @Override
  public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
    return data.marks();
  }

  @Override
  public FundingHistory funding(InstrumentId id) {
    return data.funding();
  }

  @Override
  public List<StoredSeries> contents() {
    return List.of();
  }
}
