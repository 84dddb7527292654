package org.candlewright.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** One perpetual with tick 0.1, hourly bars and, where given, half-hourly ones. */
record HourlyMarket(List<String> hours, List<String> halves) implements MarketStore {
  static final InstrumentId ID = InstrumentId.parse("x:AUSDT.P");
  static final long START = 1_609_459_200_000L;
  static final Timeframe HALF_HOUR = Timeframe.parse("30m");

  private static final Instrument INSTRUMENT =
      Instrument.of(ID, new BigDecimal("0.1"), new BigDecimal("0.001"));

  @Override
  public List<Instrument> instruments() {
    return List.of(INSTRUMENT);
  }

  @Override
  public Optional<Instrument> instrument(InstrumentId id) {
    return Optional.of(INSTRUMENT);
  }

  @Override
  public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
    List<String> bars =
        timeframe.equals(Timeframe.ONE_HOUR)
            ? hours
            : timeframe.equals(HALF_HOUR) ? halves : List.of();
    long[][] columns = new long[6][bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      String[] parts = bars.get(i).split("/");
      columns[0][i] = START + i * timeframe.millis();
      for (int column = 0; column < 4; column++) {
        columns[column + 1][i] = new BigDecimal(parts[column]).movePointRight(1).longValueExact();
      }
      columns[5][i] = 100_000;
    }
    return new BarSeries(
        id,
        timeframe,
        INSTRUMENT.tick(),
        0,
        false,
        bars.size(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  @Override
  public List<Timeframe> timeframes(InstrumentId id) {
    List<Timeframe> stored = new ArrayList<>();
    if (!halves.isEmpty()) {
      stored.add(HALF_HOUR);
    }
    stored.add(Timeframe.ONE_HOUR);
    return stored;
  }

  @Override
  public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
    return Optional.empty();
  }

  @Override
  public FundingHistory funding(InstrumentId id) {
    return FundingHistory.none();
  }

  @Override
  public List<StoredSeries> contents() {
    return List.of();
  }
}
