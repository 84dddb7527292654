package org.candlewright.ui.explorer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candlewright.analytics.funding.BasisSeries;
import org.candlewright.analytics.funding.FundingAssumptions;
import org.candlewright.analytics.funding.FundingDetail;
import org.candlewright.analytics.funding.FundingSeries;
import org.candlewright.analytics.funding.RateHistogram;
import org.candlewright.analytics.funding.VenueSpread;
import org.candlewright.backtest.MarketStore;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.chart.Series;

/**
 * What the detail pane shows of one perpetual, computed away from the window's thread.
 *
 * @param rates per settlement, in bps
 * @param cumulative funding of a short of constant notional, in percent of it
 * @param basis how far the perpetual stood above its spot at bar closes, mean of the last year that
 *     both have bars of, bps; empty without the spot
 * @param venues the same asset elsewhere
 */
record FundingContent(
    FundingRow row,
    FundingDetail detail,
    Series rates,
    Series cumulative,
    Optional<Double> basis,
    List<Elsewhere> venues) {
  private static final long YEAR = 365 * 86_400_000L;

  /**
   * Funding of the asset at another venue.
   *
   * @param annualised mean difference of the rates, this one less the other, a year
   */
  record Elsewhere(InstrumentId perpetual, double annualised, int intervals) {}

  static FundingContent of(
      FundingRow row, List<FundingRow> all, MarketStore market, FundingAssumptions assumptions) {
    FundingSeries series = row.series();
    FundingDetail detail = FundingDetail.of(series, assumptions, RateHistogram.BINS);
    long[] times = new long[series.size()];
    Arrays.setAll(times, series::time);
    return new FundingContent(
        row,
        detail,
        Series.of(times, times.length, i -> series.rate(i) * 1e4),
        Series.of(times, times.length, i -> detail.cumulative()[i] * 100),
        basis(row, market),
        elsewhere(row, all));
  }

  private static Optional<Double> basis(FundingRow row, MarketStore market) {
    if (!row.spotStored() || row.series().isEmpty()) {
      return Optional.empty();
    }
    InstrumentId spot = row.id().spot();
    Optional<Timeframe> common =
        market.timeframes(row.id()).stream()
            .filter(market.timeframes(spot)::contains)
            .max(Comparator.naturalOrder());
    return common.flatMap(
        timeframe -> {
          long end = row.series().time(row.series().size() - 1) + 1;
          Period year = new Period(Math.max(0, end - YEAR), end);
          BarSeries perpetual = market.bars(row.id(), timeframe, year);
          return basis(BasisSeries.of(perpetual, market.bars(spot, timeframe, year)).values());
        });
  }

  private static Optional<Double> basis(double[] values) {
    return values.length == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(values).average().orElse(0) * 1e4);
  }

  private static List<Elsewhere> elsewhere(FundingRow row, List<FundingRow> all) {
    return all.stream()
        .filter(
            other ->
                !other.id().venue().equals(row.id().venue())
                    && other.id().symbol().equals(row.id().symbol())
                    && other.id().kind() == row.id().kind())
        .map(
            other -> {
              VenueSpread spread = VenueSpread.of(row.series(), other.series());
              return new Elsewhere(other.id(), spread.annualised(), spread.ends().length);
            })
        .filter(other -> other.intervals() > 0)
        .toList();
  }
}
