package org.candlewright.trading;

import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;

/**
 * The market data of a session as they come. What does not follow on what is there (late, twice,
 * off the grid, prices that cannot be) is refused, so that the series are always in order.
 */
final class SessionMarket {
  private final List<InstrumentData> data;
  private long instant = Long.MIN_VALUE;

  SessionMarket(List<SeriesTerms> terms, SeriesTerms.Capacity capacity) {
    this.data = terms.stream().map(each -> each.growing(capacity)).toList();
  }

  List<InstrumentData> data() {
    return data;
  }

  /** The last instant that was announced; {@link Long#MIN_VALUE} before the first. */
  long instant() {
    return instant;
  }

  /** Whether each instrument has a bar that opens at or after a time. */
  boolean begun(long millis) {
    for (InstrumentData each : data) {
      BarSeries bars = each.bars();
      if (bars.isEmpty() || bars.openTime(bars.size() - 1) < millis) {
        return false;
      }
    }
    return true;
  }

  /** Why an input does not fit; empty if it does. Changes nothing. */
  Optional<String> objection(MarketInput input) {
    return switch (input) {
      case MarketInput.Bar bar -> objection(data.get(bar.instrument()).bars(), bar);
      case MarketInput.MarkBar bar ->
          data.get(bar.instrument()).marks().isEmpty()
              ? Optional.of("no mark prices were announced")
              : objection(
                  data.get(bar.instrument()).marks().get(),
                  new MarketInput.Bar(
                      bar.instrument(),
                      bar.openTime(),
                      bar.open(),
                      bar.high(),
                      bar.low(),
                      bar.close(),
                      bar.volume()));
      case MarketInput.Settlement settlement -> objection(settlement);
      case MarketInput.Instant at ->
          at.time() <= instant
              ? Optional.of("it does not follow the last instant")
              : Optional.empty();
    };
  }

  private Optional<String> objection(BarSeries bars, MarketInput.Bar bar) {
    long end = bar.openTime() + bars.timeframe().millis();
    if (bar.low() <= 0
        || bar.high() < Math.max(bar.open(), bar.close())
        || bar.low() > Math.min(bar.open(), bar.close())
        || bar.volume() < 0) {
      return Optional.of("its prices or volume cannot be");
    }
    if (bars.timeframe().floor(bar.openTime()) != bar.openTime()) {
      return Optional.of("it does not open on the grid of " + bars.timeframe());
    }
    int last = bars.size() - 1;
    if (last >= 0 && bar.openTime() <= bars.openTime(last)) {
      return Optional.of(
          bar.openTime() == bars.openTime(last)
              ? "it came twice"
              : "it is older than the last one");
    }
    if (end <= instant) {
      return Optional.of("it came after the decisions of its end");
    }
    return bars.size() == bars.capacity()
        ? Optional.of("the session has taken all the bars it has room for")
        : Optional.empty();
  }

  private Optional<String> objection(MarketInput.Settlement settlement) {
    FundingHistory funding = data.get(settlement.instrument()).funding();
    if (!funding.isEmpty() && settlement.time() <= funding.time(funding.size() - 1)) {
      return Optional.of(
          settlement.time() == funding.time(funding.size() - 1)
              ? "it came twice"
              : "it is older than the last one");
    }
    return settlement.time() <= instant
        ? Optional.of("it came after the decisions of its time")
        : Optional.empty();
  }

  /** Takes an input that nothing speaks against. */
  void take(MarketInput input) {
    switch (input) {
      case MarketInput.Bar bar ->
          data.get(bar.instrument())
              .bars()
              .append(bar.openTime(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
      case MarketInput.MarkBar bar ->
          data.get(bar.instrument())
              .marks()
              .orElseThrow()
              .append(bar.openTime(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
      case MarketInput.Settlement settlement ->
          data.get(settlement.instrument())
              .funding()
              .append(settlement.time(), settlement.originalTime(), settlement.rate());
      case MarketInput.Instant at -> instant = at.time();
    }
  }
}
