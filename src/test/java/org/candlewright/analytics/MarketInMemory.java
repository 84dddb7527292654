package org.candlewright.analytics;

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

/** Market data as it is given, without a store. */
record MarketInMemory(List<InstrumentData> data) implements MarketStore {

  private InstrumentData of(InstrumentId id) {
    return data.stream().filter(d -> d.instrument().id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public List<Instrument> instruments() {
    return data.stream().map(InstrumentData::instrument).toList();
  }

  @Override
  public Optional<Instrument> instrument(InstrumentId id) {
    return instruments().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
    BarSeries bars = of(id).bars();
    return bars.slice(
        bars.firstAtOrAfter(period.fromMillis()), bars.firstAtOrAfter(period.toMillis()));
  }

  @Override
  public List<Timeframe> timeframes(InstrumentId id) {
    return List.of(of(id).bars().timeframe());
  }

  @Override
  public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
    return of(id).marks();
  }

  @Override
  public FundingHistory funding(InstrumentId id) {
    return of(id).funding();
  }

  @Override
  public List<StoredSeries> contents() {
    return List.of();
  }
}
