package org.candlewright.backtest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.QuoteHistory;
import org.candlewright.market.Timeframe;

/** Stored market data, as a backtest reads it. Implemented by the store. */
public interface MarketStore {
  /** All instruments known, by name. */
  List<Instrument> instruments();

  Optional<Instrument> instrument(InstrumentId id);

  /**
   * Bars whose open time lies in the period; built from the coarsest stored finer timeframe that
   * divides it where the timeframe itself is not stored. Empty if there are none.
   */
  BarSeries bars(InstrumentId id, Timeframe timeframe, Period period);

  /** Timeframes of bars stored for the instrument, finest first. */
  List<Timeframe> timeframes(InstrumentId id);

  /** Mark-price bars (tick 1e-8) likewise; empty if none are stored. */
  Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period);

  /** Everything settled that is stored for the perpetual. */
  FundingHistory funding(InstrumentId id);

  /** Recorded best bid and ask, on the instrument's tick; empty if none are stored. */
  default Optional<QuoteHistory> quotes(InstrumentId id, Period period) {
    return Optional.empty();
  }

  /** One row per stored series, for the data listing. */
  List<StoredSeries> contents();

  /**
   * Perpetuals of which anything is stored, by name. One of which only funding is stored has no
   * rules, so it is no {@link #instruments() instrument} yet, but its funding can be looked at.
   */
  default List<InstrumentId> perpetuals() {
    return Stream.concat(
            instruments().stream().map(Instrument::id),
            contents().stream().map(StoredSeries::instrument))
        .filter(id -> id.kind().isPerpetual())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * A stored series.
   *
   * @param what {@code candles}, {@code mark}, {@code funding} or {@code ticks}
   * @param timeframe empty for funding and ticks
   * @param firstMillis first open or settlement time
   * @param lastMillis last open or settlement time
   * @param gaps how many stretches of missing bars
   * @param source where it came from: a file name, or {@code demo (simulated)}
   */
  record StoredSeries(
      InstrumentId instrument,
      String what,
      Optional<Timeframe> timeframe,
      long rows,
      long firstMillis,
      long lastMillis,
      long gaps,
      String source) {}
}
