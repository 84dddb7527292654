package org.candlewright.backtest;

import java.util.Collection;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** All time of which there are bars. */
public final class StoredSpan {
  private StoredSpan() {}

  /** From the first open to the last end of the bars of any of the instruments; empty if none. */
  public static Optional<Period> of(
      MarketStore market, Collection<InstrumentId> instruments, Timeframe timeframe) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (InstrumentId id : instruments) {
      BarSeries bars = market.bars(id, timeframe, Period.ALL);
      if (!bars.isEmpty()) {
        first = Math.min(first, bars.openTime(0));
        last = Math.max(last, bars.endTime(bars.size() - 1));
      }
    }
    return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(new Period(first, last));
  }
}
