package org.candlewright.feed.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.MarketStore;
import org.candlewright.market.BarResampler;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** The demo market as a store of its own: there whatever else a home holds. */
public final class DemoStore implements MarketStore {
  private final List<InstrumentData> data;

  public DemoStore(long seed) {
    this.data = DemoMarket.generate(seed);
  }

  /** All time that the market covers. */
  public Period period() {
    BarSeries bars = data.getFirst().bars();
    return new Period(bars.openTime(0), bars.endTime(bars.size() - 1));
  }

  @Override
  public List<Instrument> instruments() {
    return data.stream().map(InstrumentData::instrument).toList();
  }

  private Optional<InstrumentData> find(InstrumentId id) {
    return data.stream().filter(each -> each.instrument().id().equals(id)).findFirst();
  }

  @Override
  public Optional<Instrument> instrument(InstrumentId id) {
    return find(id).map(InstrumentData::instrument);
  }

  @Override
  public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
    BarSeries all =
        find(id)
            .orElseThrow(
                () ->
                    new InputException(
                        "instruments: the demo market has no " + id, "Use one of demo:*"))
            .bars();
    if (timeframe.millis() % all.timeframe().millis() != 0) {
      return all.slice(0, 0);
    }
    BarSeries built =
        timeframe.equals(all.timeframe()) ? all : BarResampler.resample(all, timeframe);
    return built.slice(
        built.firstAtOrAfter(period.fromMillis()), built.firstAtOrAfter(period.toMillis()));
  }

  @Override
  public List<Timeframe> timeframes(InstrumentId id) {
    return List.of(Timeframe.ONE_HOUR);
  }

  @Override
  public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
    return Optional.empty();
  }

  @Override
  public FundingHistory funding(InstrumentId id) {
    return find(id).map(InstrumentData::funding).orElse(FundingHistory.none());
  }

  @Override
  public List<StoredSeries> contents() {
    List<StoredSeries> contents = new ArrayList<>();
    for (InstrumentData each : data) {
      BarSeries bars = each.bars();
      contents.add(
          new StoredSeries(
              each.instrument().id(),
              "candles",
              Optional.of(bars.timeframe()),
              bars.size(),
              bars.openTime(0),
              bars.openTime(bars.size() - 1),
              0,
              "demo (simulated)"));
    }
    return contents;
  }
}
